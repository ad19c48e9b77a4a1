package org.trustflex.kit;

import org.trustflex.atecc.packet.MalformedReply;

/**
 * Puts one line together from the bytes that a kit sends, and believes nothing: zeros are padding only before the first
 * character, every other byte must be printable ASCII, and there is an end to its patience.
 */
final class ReplyAssembler {

    /** The longest line that any kit sends, newline included (cryptoauthlib, KIT_MESSAGE_SIZE_MAX). */
    static final int LONGEST = 512;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private final StringBuilder line = new StringBuilder();
    private int seen;

    /**
     * Takes the next byte.
     *
     * @return whether it was the newline
     * @throws MalformedReply if the line is too long or the byte has no place in it
     */
    boolean accept(byte next) throws MalformedReply {
        seen++;
        if (next == '\n') {
            return true;
        }
        if (seen >= LONGEST) {
            throw new MalformedReply(Messages.text("reply.endless", LONGEST));
        }
        if (next == 0 && line.isEmpty()) {
            return false;
        }
        if (next < FIRST_PRINTABLE || next > LAST_PRINTABLE) {
            throw new MalformedReply(Messages.text("reply.byte", next & 0xFF, line.length()));
        }
        line.append((char) next);
        return false;
    }

    /** What has come so far. */
    String line() {
        return line.toString();
    }
}
