package org.trustflex.kit.device;

import java.util.Random;

/** Lines that look more or less like the kit protocol. */
public final class RandomLines {

    private static final String[] PIECES = { "board", "b", "E", "ecc", "T", ":", ":", "physical", "select", "t", "w",
            "i",
            "s", "device", "discover", "firmware", "version", "last_error", "(", ")", "()", "(", ")", "00", "6C", "0",
            "FF",
            "0730000000035D", "no_device ", " TWI ", "00(", "18()", "\u0001", "\u00e9", "\u00ff", " " };

    private RandomLines() {
    }

    /** Up to eight pieces, one character a byte, no newline. */
    public static String next(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return line.toString();
    }
}
