package org.trustflex.firmware.flash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Steps;

/** Makes a board a kit again, and asks the kit whether it is one. */
public final class FactoryReset {

    /** Where the vendor's design suite has the factory program, below its own folder. */
    private static final Path IN_SUITE = Path.of("assets", "Factory_Program.X", "CryptoAuth_Trust_Platform.hex");
    /** A board on USB is gone for a moment while its new program starts. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final long PAUSE_MILLIS = 200;

    private final Board board;

    /** Of a board. */
    public FactoryReset(Board board) {
        this.board = board;
    }

    /** The vendor's image in a checkout of the design suite, if it is there. */
    public static Optional<Path> imageInSuite(Path checkout) {
        return Optional.of(checkout.resolve(IN_SUITE)).filter(Files::isRegularFile);
    }

    /**
     * Programs the factory program and lets the kit answer. Its last line says which element it sees.
     *
     * @param programmer in which way
     * @param image      the user's image of the factory program, or none for the one that the programmer has by itself
     * @throws LinkFailed         if the board can't be reached, or the kit does not answer afterwards; the message says what
     *                            was seen
     * @throws ProgrammingFailed  if the program did not get into the flash
     * @throws OperationCancelled if the user stopped it before it began
     */
    public void run(Programmer programmer, Optional<FlashImage> image, ProgressMonitor monitor)
            throws LinkFailed, ProgrammingFailed, OperationCancelled {
        Steps steps = new Steps(monitor, Messages.text("title.reset"), 5);
        steps.next(Messages.text("step.reset", programmer.description()));
        ProgrammingSteps programming = new ProgrammingSteps(monitor);
        if (image.isPresent()) {
            programmer.program(image.get(), programming);
        } else {
            programmer.restoreFactoryProgram(programming);
        }
        monitor.step(Messages.text("step.answer"));
        steps.line(Messages.text("line.reset", board.id(), answer()));
    }

    /** The serial number that the kit reads, once it does. */
    private String answer() throws LinkFailed {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (SecureElement element = board.element().open()) {
                return element.serialNumber().toString();
            } catch (ElementException silent) {
                if (System.nanoTime() > deadline) {
                    throw new LinkFailed(Messages.text("reset.silent", board.id(), silent.getMessage()), silent);
                }
            }
            pause();
        }
    }

    private static void pause() throws LinkFailed {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LinkFailed(Messages.text("reset.interrupted"), interrupted);
        }
    }
}
