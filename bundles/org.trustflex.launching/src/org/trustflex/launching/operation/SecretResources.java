package org.trustflex.launching.operation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.problems.SecretNames;
import org.trustflex.provisioning.Project;

/**
 * Keeps team providers and the local history away from private keys and secrets: both ignore what is marked as derived.
 */
public final class SecretResources {

    private SecretResources() {
    }

    /** Marks what is secret and is not marked yet. */
    public static void hide(TrustFlexProject project) throws CoreException {
        Project model = new Project(project.folder());
        for (IFile file : secrets(folder(project, model.resourcesFolder()))) {
            hide(file);
        }
        IFolder rotation = folder(project, model.rotationFolder());
        for (String name : List.of("pending", "old", "journal")) {
            IFolder folder = rotation.getFolder(name);
            if (folder.exists()) {
                hideAll(folder);
            }
        }
    }

    /** The local history looks at each file, not at the folder that it is in. */
    private static void hideAll(IFolder folder) throws CoreException {
        hide(folder);
        for (IResource member : folder.members()) {
            if (member instanceof IFolder below) {
                hideAll(below);
            } else {
                hide(member);
            }
        }
    }

    private static void hide(IResource resource) throws CoreException {
        if (!resource.isDerived()) {
            resource.setDerived(true, null);
        }
    }

    private static IFolder folder(TrustFlexProject project, Path path) {
        return project.project().getFolder(path.getFileName().toString());
    }

    private static List<IFile> secrets(IFolder folder) throws CoreException {
        List<IFile> secrets = new ArrayList<>();
        if (folder.exists()) {
            for (IResource member : folder.members()) {
                if (member instanceof IFile file && SecretNames.isSecret(file.getName())) {
                    secrets.add(file);
                }
            }
        }
        return secrets;
    }
}
