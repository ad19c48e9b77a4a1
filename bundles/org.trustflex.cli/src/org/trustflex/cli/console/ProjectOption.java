package org.trustflex.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

import picocli.CommandLine.Option;

/** The option {@code --project}, which may be left out in a project's folder. */
public final class ProjectOption {

    private final Surroundings surroundings;

    @Option(names = { "-p", "--project" }, paramLabel = "FOLDER", descriptionKey = "project")
    private Optional<Path> folder = Optional.empty();

    /** The option of a command in these surroundings. */
    public ProjectOption(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Opens the project, which must be there. */
    public Project open() throws RejectedArgument, ProvisioningException {
        return Project.open(root());
    }

    /** Opens the project, or makes one in the folder that was named. */
    public Project openOrCreate() throws RejectedArgument, ProvisioningException {
        return Project.openOrCreate(root());
    }

    /** Opens the project that was named, or the one in the current folder if there is one. */
    public Optional<Project> openIfAny() throws RejectedArgument, ProvisioningException {
        Optional<Path> root = folder.isPresent() ? Optional.of(root()) : current();
        return root.isPresent() ? Optional.of(Project.open(root.get())) : Optional.empty();
    }

    /** The folder that was named, or else the current one if it is a project. */
    private Path root() throws RejectedArgument {
        if (folder.filter(typed -> typed.toString().isBlank()).isPresent()) {
            throw new RejectedArgument(Messages.text("project.empty"));
        }
        if (folder.isPresent()) {
            return surroundings.resolve(folder.get());
        }
        return current().orElseThrow(() -> new RejectedArgument(
                Messages.text("project.missing", surroundings.folder(), Project.PROJECT_FILE)));
    }

    private Optional<Path> current() {
        return Optional.of(surroundings.folder())
                .filter(here -> Files.isRegularFile(here.resolve(Project.PROJECT_FILE)));
    }
}
