package org.trustflex.provisioning;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;

import com.google.gson.JsonObject;

/**
 * Which secure element the project's resources are for, and when it proved of each slot that it holds the key in the
 * project's file.
 *
 * @param serialNumber   the element
 * @param proven         slot number to the time of the last proof
 * @param deliveredChain when the certificate chain that the element was delivered with was verified, if the project uses
 *                       that one
 */
public record DeviceRecord(SerialNumber serialNumber, Map<Integer, Instant> proven, Optional<Instant> deliveredChain) {

    private static final String FILE = "device.json";
    private static final int FORMAT = 1;
    private static final String SERIAL_NUMBER = "serialNumber";
    private static final String PROVEN = "proven";
    private static final String DELIVERED_CHAIN = "deliveredChain";

    /** Copies the map. */
    public DeviceRecord {
        proven = Collections.unmodifiableMap(new TreeMap<>(proven));
    }

    /** Where a project's record is. */
    public static Path path(Project project) {
        return project.sharedResource(FILE).path();
    }

    /** The record of an element that has proved nothing yet. */
    public DeviceRecord(SerialNumber serialNumber) {
        this(serialNumber, Map.of(), Optional.empty());
    }

    /** The record of a project, if its resources have been generated. */
    public static Optional<DeviceRecord> read(Project project) throws BadFile {
        DurableFile file = project.sharedResource(FILE);
        if (!file.exists()) {
            return Optional.empty();
        }
        JsonDocument document = JsonDocument.read(file, FORMAT);
        Map<Integer, Instant> proven = new TreeMap<>();
        Optional<JsonDocument> times = document.object(PROVEN);
        Optional<String> delivered = document.optionalText(DELIVERED_CHAIN);
        try {
            SerialNumber serial = SerialNumber.parse(document.text(SERIAL_NUMBER));
            if (times.isPresent()) {
                for (String slot : times.get().members()) {
                    proven.put(Integer.valueOf(slot), Instant.parse(times.get().text(slot)));
                }
            }
            return Optional.of(new DeviceRecord(serial, proven, delivered.map(Instant::parse)));
        } catch (IllegalArgumentException | DateTimeParseException damaged) {
            throw new BadFile(file.path(), Messages.text("json.member", file.path(), SERIAL_NUMBER), damaged);
        }
    }

    /** Writes the record. */
    public void write(Project project) throws BadFile {
        JsonObject times = new JsonObject();
        proven.forEach((slot, time) -> times.addProperty(slot.toString(), time.toString()));
        JsonObject content = JsonDocument.create(FORMAT);
        content.addProperty(SERIAL_NUMBER, serialNumber.hex());
        content.add(PROVEN, times);
        deliveredChain.ifPresent(time -> content.addProperty(DELIVERED_CHAIN, time.toString()));
        project.sharedResource(FILE).writeText(JsonDocument.text(content));
    }

    /** The same record without the proof of a slot that is about to be written. */
    public DeviceRecord withoutProof(int slot) {
        Map<Integer, Instant> fewer = new TreeMap<>(proven);
        fewer.remove(slot);
        return new DeviceRecord(serialNumber, fewer, deliveredChain);
    }

    /** The same record with one more proof. */
    public DeviceRecord withProof(int slot, Instant time) {
        Map<Integer, Instant> more = new TreeMap<>(proven);
        more.put(slot, time);
        return new DeviceRecord(serialNumber, more, deliveredChain);
    }

    /** The same record, for a project that uses the chain which the element was delivered with: that was verified then. */
    public DeviceRecord withDeliveredChain(Instant verified) {
        return new DeviceRecord(serialNumber, proven, Optional.of(verified));
    }

    /** The same record, for a project that uses a chain of its own. */
    public DeviceRecord withCustomChain() {
        return new DeviceRecord(serialNumber, proven, Optional.empty());
    }

    /**
     * Makes sure that the element on the board is the project's.
     *
     * @throws NotPossible if the project has none yet or another
     */
    public static void requireSameElement(Project project, ConfigurationZone zone) throws ProvisioningException {
        requireTrustFlex(zone);
        DeviceRecord record = read(project)
                .orElseThrow(() -> new NotPossible(Messages.text("device.none"), Remedy.GENERATE_RESOURCES));
        if (!record.serialNumber().equals(zone.serialNumber())) {
            throw new NotPossible(Messages.text("device.other", record.serialNumber(), zone.serialNumber()),
                    Remedy.ADOPT);
        }
    }

    /**
     * Makes sure that the element is a TrustFLEX part.
     *
     * @throws NotPossible if it is not
     */
    public static void requireTrustFlex(ConfigurationZone zone) throws NotPossible {
        if (TrustFlexProfile.of(zone).isEmpty()) {
            throw new NotPossible(Messages.text("device.notrustflex", zone.serialNumber()));
        }
    }
}
