package org.trustflex.kit;

import java.util.Optional;

/**
 * The line that a kit server sends to a client that comes while it has another one: {@code kit_busy in use by} and who
 * it is. No answer of a kit begins so.
 */
public final class KitBusy {

    private static final String PREFIX = "kit_busy in use by ";

    private KitBusy() {
    }

    /** The line for a client that is turned away, without its newline. */
    public static String line(String holder) {
        return PREFIX + holder;
    }

    /** Who has the kit, if this is such a line. */
    public static Optional<String> holder(String line) {
        return line.startsWith(PREFIX) ? Optional.of(line.substring(PREFIX.length())) : Optional.empty();
    }
}
