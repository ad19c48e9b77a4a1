package org.trustflex.launching.configuration;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.firmware.FlashJob;
import org.trustflex.launching.firmware.FlashRequest;

/** Launches the firmware of a project: builds it, programs it into the board, runs it, and tells how that went. */
public final class FirmwareDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        TrustFlexProject project = TrustFlexProject.named(configuration.getAttribute(LaunchAttributes.PROJECT, ""));
        FlashRequest request = FirmwareAttributes.read(configuration, ILaunchManager.DEBUG_MODE.equals(mode));
        String title = NLS.bind(Messages.title_firmware, project.name());
        new OperationLaunch(launch, project, title).start(new LaunchBoard(project, configuration),
                (board, process) -> new FlashJob(title, project, board, request, process));
    }

    /** The job builds by itself, and only what it needs. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }
}
