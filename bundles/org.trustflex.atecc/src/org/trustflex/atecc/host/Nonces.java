package org.trustflex.atecc.host;

import org.trustflex.atecc.packet.Opcode;

/** What TempKey holds after Nonce (TFLXTLS data sheet, section 5.1.5). */
public final class Nonces {

    /** The length of the host's part of a random nonce. */
    public static final int INPUT_LENGTH = 20;

    private Nonces() {
    }

    /**
     * TempKey after a random nonce.
     *
     * @param random 32 bytes, the device's answer, or TempKey if the command was told to start from it
     * @param input  20 bytes, the host's part
     * @param mode   Param1 of the command
     * @param param2 Param2 of the command
     * @return 32 bytes
     */
    public static byte[] random(byte[] random, byte[] input, int mode, int param2) {
        return Sha256.of(random, input, new byte[] { (byte) Opcode.NONCE.code(), (byte) mode, (byte) param2 });
    }
}
