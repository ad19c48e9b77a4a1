package org.trustflex.provisioning;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as a C array definition in the Trust Platform Design Suite's format: sixteen a line. */
public final class CArray {

    private static final int PER_LINE = 16;
    private static final Pattern DEFINITION = Pattern.compile("uint8_t\\s+(\\w+)\\s*\\[\\s*\\]\\s*=\\s*\\{([^}]*)\\}");
    private static final Pattern ELEMENT = Pattern.compile("0[xX]([0-9a-fA-F]{1,2})");

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

    /** The arrays that a text defines, by name. What is no such definition is passed over. */
    public static Map<String, byte[]> parse(String text) {
        Map<String, byte[]> arrays = new HashMap<>();
        Matcher definition = DEFINITION.matcher(text);
        while (definition.find()) {
            arrays.put(definition.group(1), elements(definition.group(2)));
        }
        return arrays;
    }

    private static byte[] elements(String list) {
        int[] values = ELEMENT.matcher(list).results().mapToInt(found -> Integer.parseInt(found.group(1), 16))
                .toArray();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
