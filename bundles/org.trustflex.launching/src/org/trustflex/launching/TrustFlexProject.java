package org.trustflex.launching;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/**
 * A TrustFLEX project in the workspace.
 *
 * @param project an open project that holds a project.trustflex and lies in the local file system
 */
public record TrustFlexProject(IProject project) {

    /** The TrustFLEX project that a resource belongs to. */
    public static Optional<TrustFlexProject> of(IResource resource) {
        IProject project = resource.getProject();
        boolean fits = project != null && project.isAccessible() && project.getLocation() != null
                && project.getFile(Project.PROJECT_FILE).exists();
        return fits ? Optional.of(new TrustFlexProject(project)) : Optional.empty();
    }

    /** All open TrustFLEX projects, by name. */
    public static List<TrustFlexProject> all() {
        return Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .flatMap(project -> of(project).stream()).toList();
    }

    /**
     * The project of this name.
     *
     * @throws CoreException with a sentence if there is none, or it is closed or no TrustFLEX project
     */
    public static TrustFlexProject named(String name) throws CoreException {
        if (name.isEmpty()) {
            throw new CoreException(Status.error(Messages.project_none));
        }
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        if (project.exists() && !project.isOpen()) {
            throw new CoreException(Status.error(NLS.bind(Messages.project_closed, name)));
        }
        return of(project).orElseThrow(
                () -> new CoreException(Status.error(NLS.bind(Messages.project_missing, name))));
    }

    /** The project's name in the workspace. */
    public String name() {
        return project.getName();
    }

    /** The folder on disk. */
    public Path folder() {
        return project.getLocation().toPath();
    }

    /** The project as the operations know it. */
    public Project model() throws ProvisioningException {
        return Project.open(folder());
    }

    /** project.trustflex, which the overview opens on. */
    public IFile file() {
        return project.getFile(Project.PROJECT_FILE);
    }

    /** The workspace's file for a file on disk, whether it exists or not; empty outside the project. */
    public Optional<IFile> file(Path path) {
        IPath relative = IPath.fromPath(path.toAbsolutePath()).makeRelativeTo(project.getLocation());
        boolean inside = !relative.isAbsolute() && relative.segmentCount() > 0 && !"..".equals(relative.segment(0));
        return inside ? Optional.of(project.getFile(relative)) : Optional.empty();
    }
}
