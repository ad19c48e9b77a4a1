package org.trustflex.provisioning.rotation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.JsonDocument;
import org.trustflex.provisioning.Project;

import com.google.gson.JsonObject;

/**
 * The record of the last rotation of one secure element. It is on the disk before the first command that changes the
 * device, so that whoever comes after an interruption knows that there was one, with which keys, and what was signed.
 *
 * @param startedAt     when the rotation began
 * @param authorization what the authority signed: element, old and new key, nonces, signatures
 * @param progress      how far it came
 */
public record RotationJournal(Instant startedAt, Authorization authorization, RotationProgress progress) {

    private static final int FORMAT = 1;
    private static final String FOLDER = "journal";
    private static final String SUFFIX = ".json";

    private static DurableFile file(Project project, SerialNumber serialNumber) {
        return project.privateRotationFile(FOLDER, serialNumber.hex() + SUFFIX);
    }

    /** The record of an element's last rotation, if there was one. */
    public static Optional<RotationJournal> read(Project project, SerialNumber serialNumber) throws BadFile {
        DurableFile file = file(project, serialNumber);
        return file.exists() ? Optional.of(read(file)) : Optional.empty();
    }

    /** Whether a rotation of the element was begun and not finished. */
    public static boolean isOpen(Project project, SerialNumber serialNumber) throws BadFile {
        Optional<RotationJournal> journal = read(project, serialNumber);
        return journal.isPresent() && journal.get().isOpen();
    }

    /** Any unfinished rotation, whichever element of the project's it is of. */
    static Optional<RotationJournal> anyOpen(Project project) throws BadFile {
        Path folder = project.rotationFolder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[0-9A-F]*" + SUFFIX)) {
            for (Path path : files) {
                RotationJournal journal = read(project.privateRotationFile(FOLDER, path.getFileName().toString()));
                if (journal.isOpen()) {
                    return Optional.of(journal);
                }
            }
            return Optional.empty();
        } catch (IOException failed) {
            throw new BadFile(folder, Messages.text("journal.read", folder), failed);
        }
    }

    private static RotationJournal read(DurableFile file) throws BadFile {
        JsonDocument document = JsonDocument.read(file, FORMAT);
        try {
            return new RotationJournal(Instant.parse(document.text("startedAt")), Authorization.fromJson(document),
                    RotationProgress.valueOf(document.text("progress")));
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            throw new BadFile(file.path(), Messages.text("journal.damaged", file.path()), damaged);
        }
    }

    /** Whether the rotation is not finished. */
    public boolean isOpen() {
        return progress != RotationProgress.DONE;
    }

    /** Writes the record and returns it. */
    RotationJournal write(Project project) throws BadFile {
        JsonObject object = JsonDocument.create(FORMAT);
        object.addProperty("startedAt", startedAt.toString());
        object.addProperty("progress", progress.name());
        authorization.addTo(object);
        file(project, authorization.serialNumber()).writeText(JsonDocument.text(object));
        return this;
    }

    RotationJournal at(RotationProgress reached) {
        return new RotationJournal(startedAt, authorization, reached);
    }
}
