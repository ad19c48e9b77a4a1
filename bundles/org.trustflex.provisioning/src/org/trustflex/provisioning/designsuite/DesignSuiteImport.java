package org.trustflex.provisioning.designsuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/**
 * Makes a project of a folder of resources that the Trust Platform Design Suite has made. The folder itself is only read.
 * Every file is checked before the first is written, and the project's folder of resources appears complete or not at all.
 * Files that a project has no use for stay behind.
 *
 * @param folder the folder with the key files
 * @param files  those of them that are imported, by name
 */
public record DesignSuiteImport(Path folder, List<SuiteFile> files) {

    private static final Set<SuiteFileKind> KEYS = EnumSet.of(SuiteFileKind.KEY_PAIR, SuiteFileKind.SECRET);

    /** Copies the list. */
    public DesignSuiteImport {
        files = List.copyOf(files);
    }

    /**
     * Looks at a folder and checks every file in it that would be imported.
     *
     * @param chosen the folder of resources, or the one that holds it
     * @throws BadFile with a sentence that names the first file that is damaged, or if there is no key file at all
     */
    public static DesignSuiteImport from(Path chosen) throws BadFile {
        if (!Files.isDirectory(chosen)) {
            throw new BadFile(chosen, Messages.text("folder.missing", chosen));
        }
        Path inside = new Project(chosen).resourcesFolder();
        Path folder = Files.isDirectory(inside) ? inside : chosen;
        List<SuiteFile> files = filesIn(folder);
        if (files.stream().noneMatch(file -> KEYS.contains(file.kind()))) {
            throw new BadFile(folder, Messages.text("folder.nokeys", folder));
        }
        for (SuiteFile file : files) {
            Arrays.fill(read(file), (byte) 0);
        }
        return new DesignSuiteImport(folder, files);
    }

    private static List<SuiteFile> filesIn(Path folder) throws BadFile {
        List<SuiteFile> files = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path path : children.filter(Files::isRegularFile).sorted().toList()) {
                Optional<SuiteFileKind> kind = SuiteFileKind.of(String.valueOf(path.getFileName()));
                kind.ifPresent(known -> files.add(new SuiteFile(path, known)));
            }
        } catch (IOException unreadable) {
            throw new BadFile(folder, Messages.text("folder.read", folder, reason(unreadable)), unreadable);
        }
        return files;
    }

    private static byte[] read(SuiteFile file) throws BadFile {
        return file.kind().content(new DurableFile(file.path(), file.kind().access()));
    }

    /**
     * Makes sure that a project's folder has no resources yet.
     *
     * @throws BadFile if it has
     */
    public static void requireNew(Path root) throws BadFile {
        Path resources = new Project(root).resourcesFolder();
        if (Files.exists(resources)) {
            throw new BadFile(resources, Messages.text("target.taken", resources));
        }
    }

    /**
     * Makes the project. The files are checked once more as they are copied.
     *
     * @param root the project's folder; it may exist, but not have resources
     * @throws ProvisioningException with a sentence if nothing was imported
     */
    public Project into(Path root) throws ProvisioningException {
        requireNew(root);
        Project staged = new Project(root.resolve(".importing-" + UUID.randomUUID()));
        try {
            staged.protectSecrets();
            for (SuiteFile file : files) {
                copy(file, staged);
            }
            Project project = Project.openOrCreate(root);
            Files.move(staged.resourcesFolder(), project.resourcesFolder(), StandardCopyOption.ATOMIC_MOVE);
            project.protectSecrets();
            return project;
        } catch (IOException failed) {
            throw new BadFile(root, Messages.text("target.write", root, reason(failed)), failed);
        } finally {
            delete(staged.root());
        }
    }

    private static void copy(SuiteFile file, Project staged) throws BadFile {
        byte[] content = read(file);
        DurableFile copy = file.kind().isPrivate() ? staged.privateResource(file.name())
                : staged.sharedResource(file.name());
        copy.write(content);
        Arrays.fill(content, (byte) 0);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException left) {
            System.getLogger(DesignSuiteImport.class.getName()).log(System.Logger.Level.DEBUG, "left behind", left);
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName() + (failed.getMessage() == null ? "" : ": " + failed.getMessage());
    }
}
