package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.GenDigs;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.MonotonicCounter;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** GenDig (TFLXTLS data sheet, section 5.4.3; 508A data sheet, section 9.6). */
final class GenDigCommand implements Command {

    private static final int OTHER_DATA_LENGTH = 4;
    private static final int SHARED_NONCE_LENGTH = 32;
    private static final int TEMPKEY_FIRST = 0x8000;
    private static final int LAST_COUNTER = 1;

    @Override
    public Opcode opcode() {
        return Opcode.GEN_DIG;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return TempKeyRule.MADE;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        TempKey result = switch (packet.param1()) {
            case GenDigZone.CONFIGURATION -> zone(packet, chip, chip.configuration().bytes(), Zone.CONFIGURATION);
            case GenDigZone.OTP -> zone(packet, chip, chip.image().otp(), Zone.OTP);
            case GenDigZone.DATA -> slot(packet, KeyUse.of(chip, packet.param2()));
            case GenDigZone.SHARED_NONCE -> sharedNonce(packet, chip);
            case GenDigZone.COUNTER -> counter(packet, chip);
            case GenDigZone.KEY_CONFIGURATION -> keyConfiguration(packet, KeyUse.of(chip, packet.param2()));
            default -> throw new PacketForm(packet).illegalMode();
        };
        chip.sram().loadTempKey(result);
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static TempKey zone(CommandPacket packet, Chip chip, byte[] content, Zone zone) throws CommandRefused {
        int blocks = zone.size() / SlotLayout.BLOCK_SIZE;
        new PacketForm(packet).requireParam2(packet.param2() < blocks);
        if (zone == Zone.OTP) {
            chip.requireConfigurationLocked();
        }
        TempKey tempKey = chip.requireTempKey();
        int start = packet.param2() * SlotLayout.BLOCK_SIZE;
        byte[] value = Arrays.copyOfRange(content, start, start + SlotLayout.BLOCK_SIZE);
        return tempKey.afterGenDig(GenDigs.zone(value, parameters(packet), chip.serialNumber(), tempKey.first32()));
    }

    private static byte[] parameters(CommandPacket packet) {
        return GenDigs.parameters(packet.param1(), packet.param2());
    }

    private static TempKey slot(CommandPacket packet, KeyUse key) throws CommandRefused {
        boolean hasOtherData = packet.dataLength() == OTHER_DATA_LENGTH;
        new PacketForm(packet).requireLength(hasOtherData || packet.dataLength() == 0, OTHER_DATA_LENGTH);
        Chip chip = key.chip();
        chip.requireConfigurationLocked();
        key.requireNotPrivate(Opcode.GEN_DIG.dataSheetName());
        boolean noMac = chip.slotConfig(key.slot()).noMac();
        if (noMac && !hasOtherData) {
            throw new CommandRefused(RefusalReason.GEN_DIG_NEEDS_OTHER_DATA, key.slot());
        }
        TempKey tempKey = chip.requireTempKey();
        // The random nonce is asked for only once the data zone is locked (508A data sheet, section 9.6).
        if (chip.configuration().dataLocked()) {
            key.requireRandomNonceIfConfigured();
        }
        key.countUse();
        byte[] parameters = noMac ? packet.data() : parameters(packet);
        byte[] digest = GenDigs.zone(key.symmetricKey(), parameters, chip.serialNumber(), tempKey.first32());
        return tempKey.afterGenDigOfSlot(digest, key.slot(), noMac);
    }

    private static TempKey sharedNonce(CommandPacket packet, Chip chip) throws CommandRefused {
        new PacketForm(packet).requireLength(SHARED_NONCE_LENGTH);
        TempKey tempKey = chip.requireTempKey();
        byte[] parameters = GenDigs.parameters(packet.param1(), packet.param2() & 0xFF);
        boolean tempKeyFirst = (packet.param2() & TEMPKEY_FIRST) != 0;
        byte[] first = tempKeyFirst ? tempKey.first32() : packet.data();
        byte[] last = tempKeyFirst ? packet.data() : tempKey.first32();
        return tempKey.afterGenDig(GenDigs.zone(first, parameters, chip.serialNumber(), last));
    }

    private static TempKey counter(CommandPacket packet, Chip chip) throws CommandRefused {
        if (packet.param2() > LAST_COUNTER) {
            throw new CommandRefused(RefusalReason.NO_SUCH_COUNTER, packet.param2());
        }
        return state(packet, chip, MonotonicCounter.of(chip.configuration(), packet.param2()).valueBytes());
    }

    private static TempKey keyConfiguration(CommandPacket packet, KeyUse key) throws CommandRefused {
        ConfigurationZone zone = key.chip().configuration();
        int slot = key.slot();
        byte[] slotConfig = zone.slotConfig(slot).bytes();
        byte[] keyConfig = zone.keyConfig(slot).bytes();
        byte unlocked = (byte) (zone.slotLocked(slot) ? 0 : 1);
        return state(packet, key.chip(),
                new byte[] { slotConfig[0], slotConfig[1], keyConfig[0], keyConfig[1], unlocked });
    }

    /** Zeros take the place of the key, and the state stands among the zeros behind the serial number. */
    private static TempKey state(CommandPacket packet, Chip chip, byte[] state) throws CommandRefused {
        TempKey tempKey = chip.requireTempKey();
        byte[] padded = new byte[25];
        System.arraycopy(state, 0, padded, 1, state.length);
        byte[] digest = Sha256.of(new byte[32], parameters(packet), new byte[] { chip.serialNumber().last() },
                chip.serialNumber().firstTwo(), padded, tempKey.first32());
        return tempKey.afterGenDig(digest);
    }
}
