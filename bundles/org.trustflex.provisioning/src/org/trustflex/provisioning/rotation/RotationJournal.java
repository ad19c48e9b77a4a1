package org.trustflex.provisioning.rotation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
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

    /** Where the record of an element's last rotation is. */
    public static Path path(Project project, SerialNumber serialNumber) {
        return file(project, serialNumber).path();
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

    /**
     * Begins a rotation: the record is on the disk when this returns. A rotation to the same key that was interrupted goes
     * on and keeps the time of its beginning.
     */
    static RotationJournal begin(Project project, Authorization authorization, Instant now) throws BadFile {
        Optional<RotationJournal> open = read(project, authorization.serialNumber())
                .filter(known -> known.isOpen() && known.newKey().equals(authorization.validation().key()));
        Instant startedAt = open.isPresent() ? open.get().startedAt() : now.truncatedTo(ChronoUnit.SECONDS);
        return new RotationJournal(startedAt, authorization, RotationProgress.STARTED).write(project);
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

    /** The key that the rotation brings into slot 14. */
    public EccPublicKey newKey() {
        return authorization.validation().key();
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
