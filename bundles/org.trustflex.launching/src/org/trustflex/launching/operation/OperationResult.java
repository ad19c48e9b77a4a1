package org.trustflex.launching.operation;

import java.util.Optional;

import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProvisioningException;

/**
 * How an operation ended.
 *
 * @param exitCode what the process of the launch exits with
 * @param message  what was seen, what it means and what to do; empty if it is done
 * @param refusal  what the chip said no to, if it did
 */
public record OperationResult(ExitCode exitCode, String message, Optional<DeviceRefused> refusal) {

    /** It did what it should. */
    public static final OperationResult DONE = new OperationResult(ExitCode.DONE, "", Optional.empty());

    /** It was stopped while it waited for another job on the same board. */
    public static final OperationResult NOT_BEGUN = new OperationResult(ExitCode.CANCELLED, Messages.notBegun,
            Optional.empty());

    /** The chip said no, or can't be reached, or answers nonsense: three different things. */
    public static OperationResult of(ElementException failure) {
        return failure instanceof DeviceRefused refused
                ? new OperationResult(ExitCode.REFUSED, text(failure), Optional.of(refused))
                : new OperationResult(ExitCode.NO_LINK, text(failure), Optional.empty());
    }

    /** A bad file, something that is not possible now, or the user's own wish. */
    public static OperationResult of(ProvisioningException failure) {
        return new OperationResult(code(failure), text(failure), Optional.empty());
    }

    private static ExitCode code(ProvisioningException failure) {
        if (failure instanceof BadFile) {
            return ExitCode.BAD_FILE;
        }
        return failure instanceof OperationCancelled ? ExitCode.CANCELLED : ExitCode.REFUSED;
    }

    /** A value that can't be taken. */
    public static OperationResult of(RejectedValue failure) {
        return new OperationResult(ExitCode.REJECTED, text(failure), Optional.empty());
    }

    /** More than one board fits. */
    public static OperationResult of(AmbiguousBoard failure) {
        return new OperationResult(ExitCode.REJECTED, text(failure), Optional.empty());
    }

    /** The board's own files are damaged. */
    public static OperationResult of(UnusableBoard failure) {
        return new OperationResult(ExitCode.BAD_FILE, text(failure), Optional.empty());
    }

    /** Something that ended otherwise than it should, told by whoever saw it. */
    public static OperationResult of(ExitCode exitCode, String message) {
        return new OperationResult(exitCode, message, Optional.empty());
    }

    /** A fault of this program, or something that no operation foresees. */
    public static OperationResult failed(Exception failure) {
        return new OperationResult(ExitCode.FAILED, text(failure), Optional.empty());
    }

    /** Whether it did what it should. */
    public boolean done() {
        return exitCode == ExitCode.DONE;
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
