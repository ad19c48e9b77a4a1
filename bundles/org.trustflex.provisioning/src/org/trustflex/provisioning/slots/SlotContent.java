package org.trustflex.provisioning.slots;

import java.util.Arrays;
import java.util.HexFormat;

/** The bytes that were read from a slot in the clear: 36, 72 or 416 of them. */
public final class SlotContent {

    private static final int SHORT = 8;

    private final byte[] bytes;

    private SlotContent(byte[] bytes) {
        this.bytes = bytes;
    }

    static SlotContent of(byte[] bytes) {
        return new SlotContent(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** All bytes in upper-case hex. */
    public String hex() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** The first eight bytes in the form of a fingerprint, {@code 3f:9a:...}. */
    public String beginning() {
        return HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, Math.min(SHORT, bytes.length)));
    }

    /** Whether every byte is 00, or every byte is FF: what an EEPROM holds that nobody has written. */
    boolean isBlank() {
        return isBlank(bytes);
    }

    static boolean isBlank(byte[] bytes) {
        byte first = bytes[0];
        if (first != 0 && first != (byte) 0xFF) {
            return false;
        }
        for (byte next : bytes) {
            if (next != first) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotContent that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes, " + beginning();
    }
}
