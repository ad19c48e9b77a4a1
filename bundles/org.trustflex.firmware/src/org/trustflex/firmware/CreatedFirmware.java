package org.trustflex.firmware;

import java.nio.file.Path;
import java.util.List;

/**
 * What laying the firmware down did. A file that is there and as it is shipped is in neither list.
 *
 * @param written files that were not there
 * @param kept    files that are there and differ from what would have been written: the user's changes, left alone
 */
public record CreatedFirmware(List<Path> written, List<Path> kept) {

    /** The lists are copied. */
    public CreatedFirmware {
        written = List.copyOf(written);
        kept = List.copyOf(kept);
    }
}
