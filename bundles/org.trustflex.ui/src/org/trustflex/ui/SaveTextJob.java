package org.trustflex.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/** Writes a text that anybody may see to a file that the user named. What goes wrong is shown as a sentence. */
public final class SaveTextJob extends WorkspaceJob {

    /** The family of these jobs. */
    public static final Object FAMILY = SaveTextJob.class;

    private final Path file;
    private final Supplier<String> text;

    /** @param text makes the whole content of the file, in the background */
    public SaveTextJob(String title, Path file, Supplier<String> text) {
        super(title);
        this.file = file;
        this.text = text;
        setUser(true);
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        try {
            Files.writeString(file, text.get());
        } catch (IOException failed) {
            return Status.error(NLS.bind(Messages.save_failed, file, failed.getMessage()), failed);
        }
        for (IFile known : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
            known.refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == FAMILY;
    }
}
