package org.trustflex.launching;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** The identifiers of this bundle. */
public final class TrustFlexLaunching {

    /** The bundle's symbolic name. */
    public static final String PLUGIN_ID = "org.trustflex.launching";
    /** The content type of project.trustflex. */
    public static final String CONTENT_TYPE_ID = PLUGIN_ID + ".project";

    private TrustFlexLaunching() {
    }

    /** An error of this bundle. */
    public static IStatus error(String message, Throwable cause) {
        return new Status(IStatus.ERROR, PLUGIN_ID, message, cause);
    }
}
