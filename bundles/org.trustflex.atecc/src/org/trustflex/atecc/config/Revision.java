package org.trustflex.atecc.config;

import java.util.HexFormat;

/**
 * The four revision bytes, configuration bytes 4 to 7 and the answer of Info.
 *
 * @param hex eight upper-case hex digits
 */
public record Revision(String hex) {

    private static final int LAST_608A = 2;
    private static final int DEVICE_608 = 0x60;

    /** The revision in four bytes. */
    public static Revision of(byte[] fourBytes) {
        return new Revision(HexFormat.of().withUpperCase().formatHex(fourBytes));
    }

    /** "ATECC608A", "ATECC608B", or what the bytes are if they are no ATECC608's. */
    public String partName() {
        byte[] bytes = bytes();
        if (bytes.length != 4 || bytes[2] != DEVICE_608) {
            return "unknown part " + hex;
        }
        return bytes[3] <= LAST_608A ? "ATECC608A" : "ATECC608B";
    }

    /** The four bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
