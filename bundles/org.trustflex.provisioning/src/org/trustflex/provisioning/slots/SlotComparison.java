package org.trustflex.provisioning.slots;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a project knows of one slot.
 *
 * @param result   how slot and file relate
 * @param file     the project's file for the slot, whether it is there or not
 * @param proven   when the device last proved that the slot holds the key in the file, if it did
 * @param sentence what was found, and what to run if something should be done
 */
public record SlotComparison(Comparison result, Path file, Optional<Instant> proven, String sentence) {

    /** The file's name alone. */
    public String fileName() {
        return String.valueOf(file.getFileName());
    }
}
