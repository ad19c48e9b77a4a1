package org.trustflex.simulator.commands;

import java.util.Arrays;

import org.trustflex.atecc.config.OutputProtection;
import org.trustflex.atecc.host.IoProtection;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * How a result of ECDH or KDF leaves the element: in the clear, or encrypted with the IO protection key and followed by
 * the nonce. Where the configuration allows it encrypted only, it goes out so whatever the mode says.
 */
record ResultOutput(Chip chip, Opcode command, OutputProtection protection, boolean encryptionAsked) {

    private boolean encrypted() {
        return encryptionAsked || protection == OutputProtection.ENCRYPTED_ONLY;
    }

    /** The configuration must allow it and have what it takes. */
    void requireAllowed() throws CommandRefused {
        if (protection == OutputProtection.FORBIDDEN) {
            throw new CommandRefused(RefusalReason.OUTPUT_FORBIDDEN, command.dataSheetName());
        }
        if (encrypted()) {
            chip.requireIoProtectionKey();
            chip.requireHealthyRandomNumbers();
        }
    }

    /** The answer with the result in it. */
    ResponsePacket answer(byte[] result) throws CommandRefused {
        if (!encrypted()) {
            return ResponsePacket.data(result);
        }
        byte[] nonce = chip.random();
        byte[] answer = Arrays.copyOf(IoProtection.apply(chip.requireIoProtectionKey(), nonce, result),
                result.length + nonce.length);
        System.arraycopy(nonce, 0, answer, result.length, nonce.length);
        return ResponsePacket.data(answer);
    }
}
