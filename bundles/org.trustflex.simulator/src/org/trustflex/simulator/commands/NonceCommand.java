package org.trustflex.simulator.commands;

import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.refusal.CommandRefused;

/** Nonce (TFLXTLS data sheet, section 5.1.5; 508A data sheet, section 9.12). */
final class NonceCommand implements Command {

    private static final int SHORT_INPUT = 32;
    private static final int LONG_INPUT = 64;
    private static final int PASS_THROUGH_BITS = NonceMode.MODE_MASK | NonceMode.SIXTY_FOUR_BYTES
            | NonceMode.TARGET_MASK;

    @Override
    public Opcode opcode() {
        return Opcode.NONCE;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return target(packet) == NonceMode.TARGET_TEMPKEY ? TempKeyRule.MADE : TempKeyRule.UNTOUCHED;
    }

    @Override
    public boolean keepsMessageDigestBuffer() {
        return true;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        return switch (packet.param1() & NonceMode.MODE_MASK) {
            case NonceMode.RANDOM_SEED_UPDATE, NonceMode.RANDOM_NO_SEED_UPDATE -> random(packet, chip);
            case NonceMode.PASS_THROUGH -> passThrough(packet, chip);
            default -> throw new PacketForm(packet).illegalMode();
        };
    }

    private static ResponsePacket random(CommandPacket packet, Chip chip) throws CommandRefused {
        boolean fromTempKey = packet.param2() == NonceMode.CALCULATE_FROM_TEMPKEY;
        new PacketForm(packet).requireModeBits(NonceMode.RANDOM_NO_SEED_UPDATE)
                .requireParam2(packet.param2() == 0 || fromTempKey).requireLength(Nonces.INPUT_LENGTH);
        byte[] start = fromTempKey ? chip.requireTempKey().first32() : chip.random();
        byte[] nonce = Nonces.random(start, packet.data(), packet.param1(), packet.param2());
        chip.sram().loadTempKey(TempKey.randomNonce(nonce));
        return ResponsePacket.data(fromTempKey ? nonce : start);
    }

    private static ResponsePacket passThrough(CommandPacket packet, Chip chip) throws CommandRefused {
        boolean isLong = (packet.param1() & NonceMode.SIXTY_FOUR_BYTES) != 0;
        PacketForm form = new PacketForm(packet).requireModeBits(PASS_THROUGH_BITS).requireParam2(0)
                .requireLength(isLong ? LONG_INPUT : SHORT_INPUT);
        switch (target(packet)) {
            case NonceMode.TARGET_TEMPKEY -> chip.sram().loadTempKey(TempKey.passThrough(packet.data()));
            case NonceMode.TARGET_MESSAGE_DIGEST_BUFFER -> chip.sram().loadMessageDigestBuffer(packet.data());
            case NonceMode.TARGET_ALTERNATE_KEY_BUFFER -> {
                form.requireLength(!isLong, SHORT_INPUT);
                chip.sram().loadAlternateKeyBuffer(packet.data());
            }
            default -> throw form.illegalMode();
        }
        return ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static int target(CommandPacket packet) {
        return packet.param1() & NonceMode.TARGET_MASK;
    }
}
