package org.trustflex.simulator.commands;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.PublicKeyDigest;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** GenKey (TFLXTLS data sheet, section 5.2.2; 508A data sheet, section 9.7). */
final class GenKeyCommand implements Command {

    private static final int OTHER_DATA_LENGTH = 3;

    @Override
    public Opcode opcode() {
        return Opcode.GEN_KEY;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        boolean digest = (packet.param1() & (GenKeyMode.DIGEST | GenKeyMode.PUBLIC_KEY_DIGEST)) != 0;
        boolean inTempKey = packet.param2() == GenKeyMode.KEY_ID_TEMPKEY && packet.param1() == GenKeyMode.PRIVATE;
        return digest || inTempKey ? TempKeyRule.MADE : TempKeyRule.UNTOUCHED;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet);
        if (packet.param1() == GenKeyMode.PUBLIC_KEY_DIGEST) {
            form.requireLength(OTHER_DATA_LENGTH);
            return digestOfStoredKey(packet, KeyUse.of(chip, packet.param2()));
        }
        form.requireModeBits(GenKeyMode.PRIVATE | GenKeyMode.DIGEST).requireLength(0);
        if (packet.param2() == GenKeyMode.KEY_ID_TEMPKEY) {
            return inTempKey(form, chip);
        }
        return inSlot(packet, KeyUse.of(chip, packet.param2()));
    }

    private static ResponsePacket digestOfStoredKey(CommandPacket packet, KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        chip.requireConfigurationLocked();
        TempKey tempKey = key.requirePublic().chip().requireTempKey();
        key.requireRandomNonceIfConfigured().countUse();
        loadDigest(tempKey, packet.data(), key, chip.image().publicKey(key.slot()));
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static ResponsePacket inSlot(CommandPacket packet, KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        chip.requireConfigurationLocked();
        key.requirePrivate();
        boolean digest = (packet.param1() & GenKeyMode.DIGEST) != 0;
        boolean create = (packet.param1() & GenKeyMode.PRIVATE) != 0;
        if (create) {
            requireReplaceable(key);
        } else {
            requireShowable(key);
        }
        // Before a key is replaced for ever, everything that can be refused must have been.
        TempKey tempKey = digest ? chip.requireTempKey() : null;
        if (digest) {
            key.requireRandomNonceIfConfigured();
        }
        if (chip.configuration().dataLocked()) {
            key.requireAuthorized();
        }
        if (create) {
            chip.requireLuck();
        }
        EccPublicKey publicKey = create ? newKey(key) : P256.publicKey(key.requirePrivateKey());
        if (tempKey != null) {
            byte[] parameters = { (byte) packet.param1(), (byte) packet.param2(), (byte) (packet.param2() >> 8) };
            loadDigest(tempKey, parameters, key, publicKey);
        }
        return ResponsePacket.data(publicKey.bytes());
    }

    private static void requireReplaceable(KeyUse key) throws CommandRefused {
        Chip chip = key.chip();
        if (chip.configuration().slotLocked(key.slot())) {
            throw new CommandRefused(RefusalReason.SLOT_LOCKED, key.slot());
        }
        if (chip.configuration().dataLocked() && !chip.slotConfig(key.slot()).genKeyAllowed()) {
            throw new CommandRefused(RefusalReason.KEY_FIXED, key.slot());
        }
    }

    private static void requireShowable(KeyUse key) throws CommandRefused {
        if (key.chip().configuration().dataLocked() && !key.keyConfig().pubInfo()) {
            throw new CommandRefused(RefusalReason.PUBLIC_KEY_HIDDEN, key.slot());
        }
        key.requirePrivateKey();
    }

    private static EccPublicKey newKey(KeyUse key) {
        Chip chip = key.chip();
        byte[] privateKey = P256.newPrivateKey(chip.entropy());
        chip.eeprom().replace(chip.image().withPrivateKey(key.slot(), privateKey));
        return P256.publicKey(privateKey);
    }

    private static void loadDigest(TempKey tempKey, byte[] otherData, KeyUse key, EccPublicKey publicKey) {
        Chip chip = key.chip();
        byte[] digest = PublicKeyDigest.of(tempKey.first32(), otherData, chip.serialNumber(), publicKey);
        chip.sram().loadTempKey(tempKey.afterGenKey(digest, key.slot()));
    }

    private static ResponsePacket inTempKey(PacketForm form, Chip chip) throws CommandRefused {
        form.requireModeBits(GenKeyMode.PRIVATE);
        chip.requireConfigurationLocked();
        if (form.packet().param1() == GenKeyMode.PRIVATE) {
            chip.requireLuck();
            chip.sram().loadTempKey(TempKey.ofPrivateKey(P256.newPrivateKey(chip.entropy())));
        }
        TempKey key = chip.sram().tempKey().filter(TempKey::privateKey)
                .orElseThrow(() -> new CommandRefused(RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY));
        return ResponsePacket.data(P256.publicKey(key.value()).bytes());
    }
}
