package org.trustflex.atecc;

import java.util.Arrays;

import org.trustflex.atecc.host.IoProtection;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;

/** Results that come in the clear, or encrypted with the IO protection key and followed by the device's nonce. */
record Outputs(CommandRunner runner) {

    private static final int NONCE = 32;

    byte[] encrypted(CommandPacket command, int length, byte[] ioKey) throws ElementException {
        byte[] answer = runner.query(command, length + NONCE);
        return IoProtection.apply(ioKey, Arrays.copyOfRange(answer, length, length + NONCE),
                Arrays.copyOf(answer, length));
    }

    static byte[] concatenate(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
