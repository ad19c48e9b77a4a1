package org.trustflex.ui.problems;

import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.RotationRecord;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.ui.operations.OperationStart;
import org.trustflex.ui.operations.Target;
import org.trustflex.ui.operations.TargetChoice;

/** Makes the C data of the rotation again: for the new key if one is pending, else with the resources. */
record FirmwareDataFix() implements IMarkerResolution {

    @Override
    public String getLabel() {
        return Messages.firmwareData;
    }

    @Override
    public void run(IMarker marker) {
        Optional<TrustFlexProject> project = TrustFlexProject.of(marker.getResource());
        if (project.isEmpty()) {
            return;
        }
        if (!isPending(project.get())) {
            new CommandFix(Messages.generateResources, "generateResources").run(marker);
            return;
        }
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            Optional<Target> target = new TargetChoice(window).withBoard(project.get());
            if (target.isPresent()) {
                new OperationStart(window, project.get()).rotation(RotationStep.AUTHORIZE);
            }
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW);
        }
    }

    private static boolean isPending(TrustFlexProject project) {
        try {
            Project model = new Project(project.folder());
            Optional<DeviceRecord> device = DeviceRecord.read(model);
            return device.isPresent()
                    && RotationRecord.read(model, device.get().serialNumber()).pending().isPresent();
        } catch (BadFile damaged) {
            // The authorization says what is wrong with it.
            return true;
        }
    }
}
