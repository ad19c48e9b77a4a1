package org.trustflex.ui.explorer;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String secret_suffix;

    static {
        NLS.initializeMessages("org.trustflex.ui.explorer.messages", Messages.class);
    }

    private Messages() {
    }
}
