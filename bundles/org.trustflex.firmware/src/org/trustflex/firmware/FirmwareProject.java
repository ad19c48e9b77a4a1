package org.trustflex.firmware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.FileAccess;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.FirmwareData;

/**
 * The firmware of a project: a folder with C sources and a makefile, which are the user's own from the moment that they are
 * there, and what a build makes of them.
 *
 * @param project the project it belongs to
 */
public record FirmwareProject(Project project) {

    /** The name of the program and of the images that are built. */
    public static final String NAME = "pub_key_rotate";

    private static final String FOLDER = "firmware";
    private static final String BUILD = "build";

    /** Where the firmware is: the design suite's relative paths hold, as the resources are beside it. */
    public Path folder() {
        return project.root().resolve(FOLDER);
    }

    /** The makefile, without which there is no firmware project. */
    public Path makefile() {
        return folder().resolve("Makefile");
    }

    /** Where a build puts everything that it makes. */
    public Path buildFolder() {
        return folder().resolve(BUILD);
    }

    /** The image that is programmed, as Intel HEX. */
    public Path hex() {
        return buildFolder().resolve(NAME + ".hex");
    }

    /** The image with all that a debugger wants to know. */
    public Path elf() {
        return buildFolder().resolve(NAME + ".elf");
    }

    /** Whether there is a firmware project. */
    public boolean exists() {
        return Files.isRegularFile(makefile());
    }

    /**
     * A source, or a file that the rotation wrote for it, that is newer than the image: the image is of what was there before.
     *
     * @return empty if the image is as new as all it is made of
     * @throws IOException if the image is not there or the folder can't be read
     */
    public Optional<Path> changedSinceBuild() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            FileTime built = Files.getLastModifiedTime(hex());
            Stream<Path> sources = files.filter(file -> Files.isRegularFile(file) && !file.startsWith(buildFolder()));
            Stream<Path> data = new FirmwareData(project).files().stream().map(DurableFile::path);
            for (Path file : Stream.concat(sources, data).filter(Files::exists).sorted().toList()) {
                if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * Lays the firmware down. A file that is there already is the user's and is left alone, whatever is in it; so it may be
     * run again to bring back one that was deleted.
     *
     * @return what was written and what was kept
     * @throws BadFile if a file can't be written or read
     */
    public CreatedFirmware create() throws BadFile {
        List<Path> written = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        for (String name : FirmwareTemplate.files()) {
            DurableFile file = new DurableFile(folder().resolve(name), FileAccess.SHARED);
            byte[] content = FirmwareTemplate.content(name);
            if (!Files.exists(file.path())) {
                file.write(content);
                written.add(file.path());
            } else if (!Arrays.equals(file.read(), content)) {
                kept.add(file.path());
            }
        }
        return new CreatedFirmware(written, kept);
    }
}
