package org.trustflex.launching.operation;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String kitGone;
    public static String notBegun;
    public static String process_ended;
    public static String refresh_title;
    public static String step_cancel;
    public static String stopping;

    static {
        NLS.initializeMessages("org.trustflex.launching.operation.messages", Messages.class);
    }

    private Messages() {
    }
}
