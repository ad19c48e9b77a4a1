package org.trustflex.kit;

import org.trustflex.atecc.packet.MalformedReply;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer of a kit: two hex digits of kit status and, in brackets, bytes as upper-case hex, such as
 * {@code 00(04113343)} (cryptoauthlib, lib/hal/kit_protocol.c).
 */
public final class KitReply {

    private static final Pattern FORM = Pattern.compile("([0-9A-F]{2})\\(((?:[0-9A-F]{2})*+)\\)");
    private static final int EXCERPT = 8;

    private final int status;
    private final byte[] payload;

    private KitReply(int status, byte[] payload) {
        this.status = status;
        this.payload = payload;
    }

    /**
     * Reads an answer strictly: nothing before, nothing behind, upper-case, an even number of digits.
     *
     * @param line the line without its newline
     * @throws MalformedReply if it has another form
     */
    public static KitReply parse(String line) throws MalformedReply {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedReply(Messages.text("reply.form", excerpt(line), line.length()));
        }
        return new KitReply(Integer.parseInt(matcher.group(1), 16), HexFormat.of().parseHex(matcher.group(2)));
    }

    /** The beginning of a line for a message. The rest is left out: it may be the contents of a slot. */
    static String excerpt(String line) {
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "...";
    }

    /** The kit status, 0 to 255; see {@link KitStatus}. */
    public int status() {
        return status;
    }

    /** Whether the kit status is 00. */
    public boolean isSuccess() {
        return status == KitStatus.SUCCESS.code();
    }

    /** A copy of the bytes in the bracket. */
    public byte[] payload() {
        return payload.clone();
    }
}
