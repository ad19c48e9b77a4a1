package org.trustflex.launching.configuration;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IStatusHandler;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexLaunching;

/**
 * A question about the board that a launch has for the user. The user interface answers it through a status handler; where
 * there is none, nobody can be asked and the launch stops.
 */
public enum BoardQuestion {
    /** Which board is the project's? The source is the {@link IProject}, the answer a board id or null for none. */
    WHICH_BOARD(101),
    /**
     * Another element than the pinned one: use it all the same? The source is a {@link String} for the user, the answer a
     * {@link Boolean}.
     */
    OTHER_ELEMENT(102);

    private final int code;

    BoardQuestion(int code) {
        this.code = code;
    }

    /** What a status handler is registered for. */
    public IStatus status() {
        return new Status(IStatus.INFO, TrustFlexLaunching.PLUGIN_ID, code, "", null);
    }

    /** Asks; null if nobody can be asked or gives no answer. */
    @Nullable
    Object ask(Object source) throws CoreException {
        IStatus status = status();
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(status);
        return handler == null ? null : handler.handleStatus(status, source);
    }
}
