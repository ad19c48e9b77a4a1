package org.trustflex.ui.problems;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {

    public static String authority_explain;
    public static String authority_text;
    public static String authority_title;
    public static String chooseTools;
    public static String firmwareData;
    public static String fix_failed;
    public static String fix_job;
    public static String generateCertificates;
    public static String generateManifest;
    public static String generateResources;
    public static String ownerOnly;
    public static String untrack;
    public static String untrack_button;
    public static String untrack_question;
    public static String untrack_title;

    static {
        NLS.initializeMessages("org.trustflex.ui.problems.messages", Messages.class);
    }

    private Messages() {
    }
}
