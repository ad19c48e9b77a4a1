package org.trustflex.sample.nls;

import org.eclipse.osgi.util.NLS;

/** Texts as the Eclipse rooms have them. */
final class Messages extends NLS {

    public static String Boards_title;
    public static String Boards_gone;

    private Messages() {
    }
}
