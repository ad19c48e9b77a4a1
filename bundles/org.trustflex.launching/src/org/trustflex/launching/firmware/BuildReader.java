package org.trustflex.launching.firmware;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IStatusHandler;
import org.trustflex.launching.TrustFlexLaunching;

/**
 * Shows what the build of one project prints. The user interface provides it through a status handler for
 * {@link #WANTED}, whose source is the {@link IProject}; where there is none, nobody reads.
 */
public interface BuildReader {

    /** What a status handler is registered for. */
    int WANTED = 111;

    /** A line of make or of the compiler. */
    void line(String text);

    /** The build has ended, for good or ill. */
    void ended();

    /** A reader for the build of a project that begins now. */
    static BuildReader of(IProject project) throws CoreException {
        IStatus status = new Status(IStatus.INFO, TrustFlexLaunching.PLUGIN_ID, WANTED, "", null);
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(status);
        return handler != null && handler.handleStatus(status, project) instanceof BuildReader reader ? reader
                : new Nobody();
    }

    /** Nobody reads. */
    final class Nobody implements BuildReader {

        @Override
        public void line(String text) {
            // Nobody reads.
        }

        @Override
        public void ended() {
            // Nobody reads.
        }
    }
}
