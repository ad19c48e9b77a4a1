package org.trustflex.ui.model;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String authority_title;
    public static String scan_title;
    public static String slots_noKit;
    public static String slots_title;

    static {
        NLS.initializeMessages("org.trustflex.ui.model.messages", Messages.class);
    }

    private Messages() {
    }
}
