package org.trustflex.launching.firmware;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.trustflex.firmware.CreatedFirmware;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.ProvisioningException;

/** Lays the firmware down in a project of the workspace. */
public final class FirmwareCreation {

    private FirmwareCreation() {
    }

    /**
     * Lays it down; files that are there are the user's and stay. From then on the workspace builds it.
     *
     * @throws CoreException with a sentence if a file can't be written
     */
    public static CreatedFirmware create(TrustFlexProject project, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        try {
            FirmwareProject firmware = new FirmwareProject(project.model());
            CreatedFirmware created = firmware.create();
            TrustFlexNature.addBuilders(project.project(), progress.split(1));
            project.project().getFolder(firmware.folder().getFileName().toString())
                    .refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
            return created;
        } catch (ProvisioningException refused) {
            throw new CoreException(TrustFlexLaunching.error(String.valueOf(refused.getMessage()), refused));
        }
    }
}
