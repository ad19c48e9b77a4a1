package org.trustflex.ui.overview;

import java.util.List;

/** The parts of a project, from top to bottom. */
enum Part {
    BOARD(Messages.part_board), RESOURCES(Messages.part_resources), CERTIFICATES(Messages.part_certificates), MANIFEST(
            Messages.part_manifest),
    ROTATION(Messages.part_rotation), FIRMWARE(Messages.part_firmware);

    /** Those of which something is on disk and in the device. */
    static final List<Part> WORK = List.of(RESOURCES, CERTIFICATES, MANIFEST, ROTATION);

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
