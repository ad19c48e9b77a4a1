package org.trustflex.firmware.flash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Remedy;
import org.trustflex.provisioning.Steps;

/** Writes a program to the flash of a board's main MCU. That it is there does not mean that it works: {@link ProgramWatch}. */
public final class FirmwareFlash {

    private final Board board;

    /** On a board. */
    public FirmwareFlash(Board board) {
        this.board = board;
    }

    /**
     * The image that a build of the project makes. One that is older than its sources or than the rotation's data would
     * bring in a key that nobody means any more.
     *
     * @throws NotPossible if nothing was built yet, or something changed since
     * @throws BadFile     if the firmware's folder can't be read
     */
    public static Path builtImage(FirmwareProject firmware) throws NotPossible, BadFile {
        if (!Files.isRegularFile(firmware.hex())) {
            throw new NotPossible(Messages.text("image.missing", firmware.hex()), Remedy.BUILD_FIRMWARE);
        }
        Optional<Path> changed = changedSinceBuild(firmware);
        if (changed.isPresent()) {
            throw new NotPossible(Messages.text("image.old", firmware.hex(), changed.get()), Remedy.BUILD_FIRMWARE);
        }
        return firmware.hex();
    }

    private static Optional<Path> changedSinceBuild(FirmwareProject firmware) throws BadFile {
        try {
            return firmware.changedSinceBuild();
        } catch (IOException failed) {
            throw new BadFile(firmware.folder(),
                    Messages.text("folder.unreadable", firmware.folder(), failed.getMessage()), failed);
        }
    }

    /** What is lost by it, as a sentence to be said or asked before anything is erased; empty if nothing is. */
    public Optional<String> warning() {
        return board.flashedProgram().isKit() ? Optional.of(Messages.text("warning.kit", board.id()))
                : Optional.empty();
    }

    /**
     * Erases, writes and verifies. Its last line says what is on the board now.
     *
     * @param programmer in which way, such as {@link Board#programmer()}
     * @throws LinkFailed         if the board can't be reached, or somebody has it
     * @throws ProgrammingFailed  if the program did not get into the flash as it is in the image
     * @throws OperationCancelled if the user stopped it before it began; later it is not stopped, as half a program is of no
     *                            use
     */
    public void program(Programmer programmer, FlashImage image, ProgressMonitor monitor)
            throws LinkFailed, ProgrammingFailed, OperationCancelled {
        Steps steps = new Steps(monitor, Messages.text("title.flash"), 4);
        steps.next(Messages.text("step.flash", image.name(), image.size(), programmer.description()));
        programmer.program(image, new ProgrammingSteps(monitor));
        steps.line(Messages.text("line.flashed", image.name(), image.size(), board.id()));
    }
}
