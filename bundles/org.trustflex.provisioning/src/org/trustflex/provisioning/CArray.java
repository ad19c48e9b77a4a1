package org.trustflex.provisioning;

import java.util.Locale;

/** Bytes as a C array definition in the Trust Platform Design Suite's format: sixteen a line. */
public final class CArray {

    private static final int PER_LINE = 16;

    private CArray() {
    }

    /** The definition {@code uint8_t name[] = {...};} with a line end after it. */
    public static String define(String name, byte[] bytes) {
        StringBuilder text = new StringBuilder("uint8_t ").append(name).append("[] = {\n");
        for (int i = 0; i < bytes.length; i++) {
            text.append(String.format(Locale.ROOT, "0x%02X, ", bytes[i]));
            if (i % PER_LINE == PER_LINE - 1 || i == bytes.length - 1) {
                text.append('\n');
            }
        }
        return text.append("};\n").toString();
    }
}
