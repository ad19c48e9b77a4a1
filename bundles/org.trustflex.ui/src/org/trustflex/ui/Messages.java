package org.trustflex.ui;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String no;
    public static String save_failed;

    static {
        NLS.initializeMessages("org.trustflex.ui.messages", Messages.class);
    }

    private Messages() {
    }
}
