package org.trustflex.provisioning.certificates;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.JsonDocument;
import org.trustflex.provisioning.Project;

import com.google.gson.JsonObject;

/**
 * What one element's certificate slots held before this project wrote to them. The first content is kept as the original
 * and never replaced. What the project is about to write is recorded first, so that slots which were left half written are
 * not taken for somebody's certificates; any other content that is found later is kept beside the original.
 */
public final class SlotBackup {

    private static final int FORMAT = 1;
    private static final String FOLDER = "certificate_backup";
    private static final String ORIGINAL = "original.json";
    private static final String FOUND = "found-";
    private static final String WRITTEN = "written-";
    private static final int SLOT_SIZE = 72;

    private final Project project;
    private final SerialNumber serialNumber;

    /** The backup of an element in a project. */
    public SlotBackup(Project project, SerialNumber serialNumber) {
        this.project = project;
        this.serialNumber = serialNumber;
    }

    /** Where it is, in files whose names tell their content. */
    public Path folder() {
        return file(ORIGINAL).path().getParent();
    }

    /**
     * The original content.
     *
     * @param takenAt when it was read
     * @param slots   what it was
     */
    public record Original(Instant takenAt, CertificateSlots slots) {
    }

    /** The original content, if the project ever wrote to the slots. */
    public Optional<Original> original() throws BadFile {
        DurableFile file = file(ORIGINAL);
        return file.exists() ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * Keeps what was found in the slots, unless it is known already.
     *
     * @return whether it was written
     */
    boolean keep(ElementCertificates found, Instant now) throws BadFile {
        if (!file(ORIGINAL).exists()) {
            write(ORIGINAL, found.slots(), found.otp(), now);
            return true;
        }
        if (consistsOf(found.slots(), known())) {
            return false;
        }
        write(FOUND + digest(found.slots()) + ".json", found.slots(), found.otp(), now);
        return true;
    }

    /** Records what is about to be written. */
    void begin(CertificateSlots wanted, byte[] otp, Instant now) throws BadFile {
        String name = WRITTEN + digest(wanted) + ".json";
        if (!file(name).exists()) {
            write(name, wanted, otp, now);
        }
    }

    /** Whether each block of the slots is from one of the known contents: a write stops between blocks, not inside one. */
    private static boolean consistsOf(CertificateSlots slots, List<CertificateSlots> known) {
        for (int slot : CertificateSlots.WRITE_ORDER) {
            for (int from = 0; from < SLOT_SIZE; from += SlotLayout.BLOCK_SIZE) {
                int start = from;
                int end = Math.min(from + SlotLayout.BLOCK_SIZE, SLOT_SIZE);
                byte[] content = slots.slot(slot);
                if (known.stream()
                        .noneMatch(one -> Arrays.equals(content, start, end, one.slot(slot), start, end))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<CertificateSlots> known() throws BadFile {
        Path folder = folder();
        List<CertificateSlots> known = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[a-z]*.json")) {
            for (Path path : files) {
                known.add(read(file(path.getFileName().toString())).slots());
            }
        } catch (IOException failed) {
            throw new BadFile(folder, Messages.text("backup.read", folder), failed);
        }
        return known;
    }

    private DurableFile file(String name) {
        return project.sharedResource(Path.of(FOLDER, serialNumber.hex(), name).toString());
    }

    private void write(String name, CertificateSlots slots, byte[] otp, Instant now) throws BadFile {
        JsonObject content = JsonDocument.create(FORMAT);
        content.addProperty("serialNumber", serialNumber.hex());
        content.addProperty("takenAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        content.addProperty("otp", HexFormat.of().formatHex(otp));
        for (int slot : CertificateSlots.WRITE_ORDER) {
            content.addProperty("slot" + slot, HexFormat.of().formatHex(slots.slot(slot)));
        }
        file(name).writeText(JsonDocument.text(content));
    }

    private Original read(DurableFile file) throws BadFile {
        JsonDocument document = JsonDocument.read(file, FORMAT);
        if (!serialNumber.hex().equals(document.text("serialNumber"))) {
            throw new BadFile(file.path(), Messages.text("backup.other", file.path(), document.text("serialNumber"),
                    serialNumber));
        }
        try {
            return new Original(Instant.parse(document.text("takenAt")),
                    CertificateSlots.of(document.bytes("slot10", SLOT_SIZE), document.bytes("slot11", SLOT_SIZE),
                            document.bytes("slot12", SLOT_SIZE)));
        } catch (DateTimeParseException damaged) {
            throw new BadFile(file.path(), Messages.text("backup.time", file.path()), damaged);
        }
    }

    private static String digest(CertificateSlots slots) {
        byte[] digest = Sha256.of(slots.slot(10), slots.slot(11), slots.slot(12));
        return HexFormat.of().formatHex(digest).substring(0, 16);
    }
}
