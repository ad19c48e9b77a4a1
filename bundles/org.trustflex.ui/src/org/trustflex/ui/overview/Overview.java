package org.trustflex.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.ElementFacts;

/**
 * What the overview shows.
 *
 * @param rows one for each part, in order
 */
record Overview(List<Row> rows) {

    Overview {
        rows = List.copyOf(rows);
    }

    /** Looks at the files and at what was last read from the board. Not for the user interface's thread. */
    static Overview of(TrustFlexProject project) {
        Project model = new Project(project.folder());
        Optional<ElementSlots> slots = WorkspaceBoards.boardOf(project.project())
                .flatMap(ElementCatalog.shared()::facts).flatMap(ElementFacts::slots);
        ProjectStatus files = ProjectStatus.of(model);
        ProjectStatus both = slots.map(read -> ProjectStatus.of(model, read)).orElse(files);
        DiskCells disk = new DiskCells(model, files);
        DeviceCells device = new DeviceCells(model, both, slots);
        List<Row> rows = new ArrayList<>();
        rows.add(BoardRow.of(project));
        for (Part part : Part.WORK) {
            rows.add(Row.of(part, condition(both, part), disk.of(part), device.of(part)));
        }
        rows.add(FirmwareRow.of(project, model));
        return new Overview(rows);
    }

    static Condition condition(ProjectStatus status, Part part) {
        return switch (part) {
            case CERTIFICATES -> status.certificates();
            case MANIFEST -> status.manifest();
            case ROTATION -> status.rotation();
            case BOARD, RESOURCES, FIRMWARE -> status.resources();
        };
    }
}
