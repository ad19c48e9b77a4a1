package org.trustflex.launching.firmware;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IStatusHandler;
import org.trustflex.launching.TrustFlexLaunching;

/**
 * Tells the user interface that the UART of a board will have something to say, through a status handler for {@link #CODE}
 * whose source is the board's id.
 */
public final class UartNotice {

    /** What a status handler is registered for. */
    public static final int CODE = 112;

    private UartNotice() {
    }

    static void give(String boardId) throws CoreException {
        IStatus status = new Status(IStatus.INFO, TrustFlexLaunching.PLUGIN_ID, CODE, "", null);
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(status);
        if (handler != null) {
            handler.handleStatus(status, boardId);
        }
    }
}
