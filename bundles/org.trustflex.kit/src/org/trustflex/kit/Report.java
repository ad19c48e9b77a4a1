package org.trustflex.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The reports in which the kit protocol travels over HID: {@value #SIZE} bytes, no report id, the last one of a line
 * filled up with zeros (cryptoauthlib, lib/hal/kit_protocol.c and the kit HID interfaces beside it).
 */
public final class Report {

    /** The length of a report in bytes. */
    public static final int SIZE = 64;

    private Report() {
    }

    /**
     * Cuts a line into reports.
     *
     * @param line one character a byte, without its newline, which is added
     * @return one report or more, {@value #SIZE} bytes each
     */
    public static List<byte[]> cut(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        List<byte[]> reports = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += SIZE) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + SIZE, bytes.length));
            reports.add(Arrays.copyOf(piece, SIZE));
        }
        return reports;
    }
}
