package org.trustflex.ui.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.manifest.LogSignerFiles;
import org.trustflex.provisioning.manifest.ManifestFile;
import org.trustflex.provisioning.rotation.RotationRecord;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.provisioning.status.State;

/** What a project's folder holds of each part, in two or three words. */
final class DiskCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private final Project project;
    private final ProjectStatus status;

    DiskCells(Project project, ProjectStatus status) {
        this.project = project;
        this.status = status;
    }

    Cell of(Part part) {
        State state = Overview.condition(status, part).state();
        boolean begun = state != State.READY && state != State.WAITS;
        return begun ? Cell.of(state, text(part)) : Cell.of(text(part));
    }

    private String text(Part part) {
        return switch (part) {
            case CERTIFICATES -> certificates();
            case MANIFEST -> manifest();
            case ROTATION -> status.element().map(this::rotation).orElse(Messages.disk_none);
            case BOARD, RESOURCES, FIRMWARE -> count(Messages.disk_keys, keys());
        };
    }

    private static String count(String text, long number) {
        return number == 0 ? Messages.disk_none : NLS.bind(text, number);
    }

    private long keys() {
        Stream<String> names = Stream.concat(
                KeySlots.SECRETS.stream().map(KeyFile::secretName),
                KeySlots.PUBLIC_KEYS.stream().map(KeyFile::keyPairName));
        return names.filter(name -> project.privateResource(name).exists()).count();
    }

    /** Those of the chain: the one that signs the manifest is another matter. */
    private String certificates() {
        try (Stream<Path> files = Files.list(project.resourcesFolder())) {
            long number = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".crt") && !name.equals(LogSignerFiles.CERTIFICATE)).count();
            return number == 1 ? Messages.disk_certificate : count(Messages.disk_certificates, number);
        } catch (IOException noFolder) {
            return Messages.disk_none;
        }
    }

    private String manifest() {
        Path file = project.resourcesFolder().resolve(ManifestFile.NAME);
        try {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return NLS.bind(Messages.disk_written, TIME.format(written));
        } catch (IOException missing) {
            return Messages.disk_none;
        }
    }

    private String rotation(SerialNumber element) {
        try {
            RotationRecord rotation = RotationRecord.read(project, element);
            if (rotation.isOpen()) {
                return Messages.disk_interrupted;
            }
            if (rotation.pending().isPresent()) {
                return Messages.disk_pending;
            }
            Optional<Instant> last = rotation.journal().map(journal -> journal.startedAt());
            return last.map(time -> NLS.bind(Messages.disk_rotated, TIME.format(time))).orElse(Messages.disk_none);
        } catch (BadFile damaged) {
            return Messages.disk_damaged;
        }
    }
}
