package org.trustflex.launching;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.operation.SecretResources;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.designsuite.DesignSuiteImport;

/**
 * Makes a TrustFLEX project in the workspace. What it keeps is written past the workspace, so that no copy of a key gets
 * into its local history.
 */
public final class ProjectCreation {

    private static final int STEPS = 4;

    private ProjectCreation() {
    }

    /**
     * Whether a new project may have this name.
     *
     * @return OK, or a sentence that says what is wrong with it
     */
    public static IStatus validate(String name) {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        if (name.isBlank()) {
            return Status.error(Messages.creation_name);
        }
        IStatus valid = workspace.validateName(name, IResource.PROJECT);
        if (!valid.isOK()) {
            return valid;
        }
        return workspace.getRoot().getProject(name).exists()
                ? Status.error(NLS.bind(Messages.creation_taken, name)) : Status.OK_STATUS;
    }

    /** The folder that a new project of this name gets. */
    public static Path folder(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getLocation().append(name).toPath();
    }

    /**
     * Makes the project, opens it and gives it the nature.
     *
     * @param name     a name that {@link #validate} accepts
     * @param imported what it begins with, if it does not begin empty
     * @throws CoreException with a sentence; nothing that was imported remains
     */
    public static TrustFlexProject create(String name, Optional<DesignSuiteImport> imported, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, NLS.bind(Messages.creation_title, name), STEPS);
        Path folder = folder(name);
        try {
            if (imported.isPresent()) {
                imported.get().into(folder);
            } else {
                Project.openOrCreate(folder);
            }
        } catch (ProvisioningException refused) {
            throw new CoreException(TrustFlexLaunching.error(String.valueOf(refused.getMessage()), refused));
        }
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(progress.split(1));
        project.open(progress.split(1));
        return adopt(project, progress.split(2));
    }

    /** Makes a project that is there a TrustFLEX project: project.trustflex, the nature. Files that are there stay. */
    public static TrustFlexProject adopt(IProject project, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        if (project.getLocation() == null) {
            throw new CoreException(Status.error(NLS.bind(Messages.creation_remote, project.getName())));
        }
        try {
            Project.openOrCreate(project.getLocation().toPath());
        } catch (ProvisioningException refused) {
            throw new CoreException(TrustFlexLaunching.error(String.valueOf(refused.getMessage()), refused));
        }
        project.refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
        TrustFlexProject adopted = TrustFlexProject.named(project.getName());
        SecretResources.hide(adopted);
        TrustFlexNature.addTo(project, progress.split(1));
        return adopted;
    }
}
