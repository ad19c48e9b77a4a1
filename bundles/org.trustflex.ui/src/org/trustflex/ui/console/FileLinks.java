package org.trustflex.ui.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.ui.console.FileLink;
import org.eclipse.debug.ui.console.IConsole;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.editors.text.EditorsUI;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.provisioning.Project;

/** Links file names to files of the project. */
public final class FileLinks extends LinkMatcher {

    @Override
    @Nullable
    IHyperlink link(TextConsole found, String matched) {
        if (!(found instanceof IConsole console)) {
            return null;
        }
        return project(console.getProcess()).flatMap(project -> file(project, matched))
                .map(FileLinks::inTextEditor).orElse(null);
    }

    /** Without a name of an editor the system's own program might get a private key. */
    private static FileLink inTextEditor(IFile file) {
        return new FileLink(file, EditorsUI.DEFAULT_TEXT_EDITOR_ID, -1, -1, -1);
    }

    private static Optional<TrustFlexProject> project(@Nullable IProcess process) {
        ILaunchConfiguration configuration = process == null ? null : process.getLaunch().getLaunchConfiguration();
        if (configuration == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TrustFlexProject.named(configuration.getAttribute(LaunchAttributes.PROJECT, "")));
        } catch (CoreException gone) {
            return Optional.empty();
        }
    }

    /** The file with this path, or of this name where a project has its files. It may be written a moment later. */
    private static Optional<IFile> file(TrustFlexProject project, String matched) {
        Path path = Path.of(matched);
        if (path.isAbsolute()) {
            return project.file(path);
        }
        Project model = new Project(project.folder());
        Stream<Path> places = Stream.of(model.resourcesFolder(), model.rotationFolder().resolve("pending"));
        return places.map(folder -> folder.resolve(matched)).flatMap(file -> project.file(file).stream())
                .filter(file -> file.getLocation().toFile().isFile()).findFirst();
    }
}
