package org.trustflex.atecc.config;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The nine bytes that name one secure element for ever: configuration bytes 0 to 3 and 8 to 12.
 *
 * @param hex 18 upper-case hex digits, safe in a file name
 */
public record SerialNumber(String hex) {

    /** How many bytes there are. */
    public static final int LENGTH = 9;

    private static final Pattern EIGHTEEN_DIGITS = Pattern.compile("[0-9A-F]{18}");
    private static final Pattern TRUST_PLATFORM = Pattern.compile("0123[0-9A-F]{12}01");

    /** @throws IllegalArgumentException if these are not 18 upper-case hex digits */
    public SerialNumber {
        if (!EIGHTEEN_DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("A serial number is 18 hex digits, not '" + hex + "'");
        }
    }

    /** The serial number in nine bytes. */
    public static SerialNumber of(byte[] nineBytes) {
        return new SerialNumber(HexFormat.of().withUpperCase().formatHex(nineBytes));
    }

    /** The serial number in hex digits of either case. */
    public static SerialNumber parse(String hex) {
        return new SerialNumber(hex.toUpperCase(Locale.ROOT));
    }

    /** The nine bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Whether this is the serial number of a Trust Platform part: 01 23 in front and 01 at the end. */
    public boolean isTrustPlatform() {
        return TRUST_PLATFORM.matcher(hex).matches();
    }

    /** SN[0] and SN[1], part of every message that a device signs or hashes. */
    public byte[] firstTwo() {
        return Arrays.copyOf(bytes(), 2);
    }

    /** SN[2] and SN[3]. */
    public byte[] bytes2To3() {
        return Arrays.copyOfRange(bytes(), 2, 4);
    }

    /** SN[4] to SN[7]. */
    public byte[] bytes4To7() {
        return Arrays.copyOfRange(bytes(), 4, 8);
    }

    /** SN[8], part of every message that a device signs or hashes. */
    public byte last() {
        return bytes()[8];
    }

    @Override
    public String toString() {
        return hex;
    }
}
