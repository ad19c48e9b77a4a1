package org.trustflex.ui.firmware;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.LaunchAttributes;

/** Launches the flash configuration of the project that is selected or shown; it is made when there is none. */
public final class FlashFirmwareHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<TrustFlexProject> project = FirmwareTarget.of(event);
        if (project.isEmpty()) {
            MessageDialog.openInformation(HandlerUtil.getActiveShellChecked(event), Messages.firmware_title,
                    Messages.firmware_noProject);
            return null;
        }
        try {
            DebugUITools.launch(DefaultConfigurations.findOrCreate(project.get(), LaunchAttributes.FIRMWARE_TYPE),
                    ILaunchManager.RUN_MODE);
        } catch (CoreException failed) {
            throw new ExecutionException(failed.getStatus().getMessage(), failed);
        }
        return null;
    }
}
