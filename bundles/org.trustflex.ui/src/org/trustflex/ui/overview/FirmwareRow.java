package org.trustflex.ui.overview;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.FirmwareData;
import org.trustflex.provisioning.rotation.FirmwareDataState;
import org.trustflex.provisioning.status.State;
import org.trustflex.ui.model.BoardCatalog;

/** How far the project's firmware is: not created, created, built, in the flash of the board. */
final class FirmwareRow {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private FirmwareRow() {
    }

    static Row of(TrustFlexProject project, Project model) {
        FirmwareProject firmware = new FirmwareProject(model);
        Optional<FlashedProgram> flashed = WorkspaceBoards.boardOf(project.project())
                .flatMap(BoardCatalog.shared()::board).map(Board::flashedProgram);
        Cell device = flashed.map(program -> Cell.of(NLS.bind(Messages.device_runs, program.text())))
                .orElse(Cell.NOTHING);
        if (flashed.filter(program -> program.kind() == ProgramKind.FIRMWARE).isPresent()) {
            return row(State.DONE, Messages.firmware_flashed, disk(firmware), device, NextStep.FACTORY_RESET);
        }
        if (!firmware.exists()) {
            return row(State.READY, Messages.firmware_none, disk(firmware), device, NextStep.CREATE_FIRMWARE);
        }
        return switch (data(model)) {
            case MISSING -> row(State.WAITS, Messages.firmware_waits, disk(firmware), device, NextStep.NONE);
            case STALE -> row(State.NEEDS_ATTENTION, Messages.firmware_stale, disk(firmware), device,
                    NextStep.NONE);
            case CURRENT -> row(State.READY,
                    Files.exists(firmware.hex()) ? Messages.firmware_built : Messages.firmware_created, disk(firmware),
                    device, NextStep.FLASH_FIRMWARE);
        };
    }

    private static FirmwareDataState data(Project model) {
        try {
            return new FirmwareData(model).state();
        } catch (BadFile damaged) {
            // The problem marker says what is wrong with it.
            return FirmwareDataState.STALE;
        }
    }

    private static Cell disk(FirmwareProject firmware) {
        if (!firmware.exists()) {
            return Cell.of(Messages.disk_none);
        }
        try {
            Instant built = Files.getLastModifiedTime(firmware.hex()).toInstant();
            return Cell.of(NLS.bind(Messages.disk_built, TIME.format(built)));
        } catch (IOException notBuilt) {
            return Cell.of(Messages.disk_sources);
        }
    }

    private static Row row(State state, String sentence, Cell disk, Cell device, NextStep next) {
        return new Row(Part.FIRMWARE, state, sentence, disk, device, next);
    }
}
