package org.trustflex.certificates.compressed;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

import org.trustflex.certificates.RejectedValue;

/**
 * The two bytes that tell one signer from another; its common name ends in them.
 *
 * @param hex four upper-case hex digits
 */
public record SignerId(String hex) {

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9A-F]{4}");

    /** The signer that everybody uses while there is but one. */
    public static final SignerId DEFAULT = new SignerId("FFFF");

    /** @throws IllegalArgumentException if these are not four upper-case hex digits */
    public SignerId {
        if (!FOUR_DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("A signer id is four hex digits, not '" + hex + "'");
        }
    }

    /** The identifier in two bytes. */
    public static SignerId of(byte[] twoBytes) {
        return new SignerId(HexFormat.of().withUpperCase().formatHex(twoBytes));
    }

    /** The identifier in hex digits of either case, as somebody typed it. */
    public static SignerId parse(String hex) throws RejectedValue {
        String upper = hex.toUpperCase(Locale.ROOT);
        if (!FOUR_DIGITS.matcher(upper).matches()) {
            throw new RejectedValue(Messages.text("signerid", hex));
        }
        return new SignerId(upper);
    }

    /** The two bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
