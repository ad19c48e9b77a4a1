package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.VerifyMacs;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** What Verify(stored) and Verify(external) verify, and their answer: a status, or a MAC with the IO protection key. */
record VerifyMessage(CommandPacket packet, Chip chip) {

    private static final int HALF = 32;

    static boolean usesBuffer(CommandPacket packet) {
        return (packet.param1() & VerifyMode.SOURCE_MESSAGE_DIGEST_BUFFER) != 0;
    }

    /** The 32 bytes that were signed. */
    byte[] digest() throws CommandRefused {
        return usesBuffer(packet) ? chip.requireMessageDigest() : chip.requireTempKey().first32();
    }

    private boolean answersWithMac() {
        return (packet.param1() & VerifyMode.MAC) != 0;
    }

    /** A MAC needs an IO protection key and the system's nonce. */
    void requireAnswerAllowed() throws CommandRefused {
        if (answersWithMac()) {
            chip.requireIoProtectionKey();
            systemNonce();
        }
    }

    /**
     * The system's nonce is what follows the message in the buffer, or the buffer's beginning if TempKey is the
     * message.
     */
    private byte[] systemNonce() throws CommandRefused {
        chip.requireMessageDigest();
        byte[] buffer = chip.sram().messageDigestBuffer().orElseThrow();
        int start = usesBuffer(packet) ? HALF : 0;
        if (buffer.length < start + HALF) {
            throw new CommandRefused(RefusalReason.MESSAGE_BUFFER_SHORT, buffer.length, start + HALF);
        }
        return Arrays.copyOfRange(buffer, start, start + HALF);
    }

    /** The answer to a signature that fits. */
    ResponsePacket answer(byte[] digest) throws CommandRefused {
        if (!answersWithMac()) {
            return ResponsePacket.status(StatusCode.SUCCESS);
        }
        EcdsaSignature signature = EcdsaSignature.of(Arrays.copyOf(packet.data(), EcdsaSignature.LENGTH));
        return ResponsePacket.data(VerifyMacs.mac(chip.requireIoProtectionKey(), digest, systemNonce(), signature,
                packet.param1(), packet.param2()));
    }
}
