package org.trustflex.launching.headless;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.trustflex.launching.TrustFlexLaunching;

/**
 * A project folder in the temporary workspace, under the name that the launch configuration knows it by. A folder that is
 * no Eclipse project gets no traces of having been one: what the workspace writes beside its files is removed on closing.
 */
final class LinkedProject implements AutoCloseable {

    private final IProject project;
    private final boolean visitor;

    private LinkedProject(IProject project, boolean visitor) {
        this.project = project;
        this.visitor = visitor;
    }

    /** Opens the folder under its own name if it is an Eclipse project, else under the given one. */
    static LinkedProject open(Path folder, String name) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        Path descriptionFile = folder.resolve(IProjectDescription.DESCRIPTION_FILE_NAME);
        boolean visitor = !Files.exists(descriptionFile);
        IProjectDescription description = visitor ? workspace.newProjectDescription(name)
                : workspace.loadProjectDescription(IPath.fromPath(descriptionFile));
        description.setLocation(IPath.fromPath(folder));
        IProject project = workspace.getRoot().getProject(description.getName());
        project.create(description, new NullProgressMonitor());
        project.open(new NullProgressMonitor());
        return new LinkedProject(project, visitor);
    }

    String name() {
        return project.getName();
    }

    /** The workspace's file for a file in the project's folder. */
    IFile file(Path path) {
        return project.getFile(IPath.fromPath(path).makeRelativeTo(project.getLocation()));
    }

    @Override
    public void close() throws CoreException {
        Path descriptionFile = project.getLocation().toPath().resolve(IProjectDescription.DESCRIPTION_FILE_NAME);
        project.delete(IResource.NEVER_DELETE_PROJECT_CONTENT, new NullProgressMonitor());
        if (visitor) {
            try {
                Files.deleteIfExists(descriptionFile);
            } catch (IOException kept) {
                throw new CoreException(TrustFlexLaunching.error(String.valueOf(kept.getMessage()), kept));
            }
        }
    }
}
