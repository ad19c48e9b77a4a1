package org.trustflex.atecc.packet;

/**
 * The checksum of command and response packets and of the zones: polynomial 0x8005, initial value 0, data bits least
 * significant first, sent low byte first (TFLXTLS data sheet, section 4.1).
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0x8005;

    private Crc16() {
    }

    /** Returns the 16-bit checksum of {@code length} bytes from {@code offset}. */
    public static int of(byte[] data, int offset, int length) {
        int register = 0;
        for (int i = offset; i < offset + length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                int dataBit = (data[i] >> bit) & 1;
                int topBit = (register >> 15) & 1;
                register = (register << 1) & 0xFFFF;
                if (dataBit != topBit) {
                    register ^= POLYNOMIAL;
                }
            }
        }
        return register;
    }

    /** Returns the 16-bit checksum of all of {@code data}. */
    public static int of(byte[] data) {
        return of(data, 0, data.length);
    }
}
