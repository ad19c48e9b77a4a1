package org.trustflex.cli.console;

import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.RejectedBoardName;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;

/** What a command tells the shell. Scripts depend on the numbers, so they never change. */
public enum ExitCode {
    /** What was asked for is done. */
    DONE(0),
    /** A fault of this program. */
    UNEXPECTED(1),
    /** The command line or a value in it is no good, or fits two boards. Nothing was done. */
    REJECTED(2),
    /**
     * The device said no, or is not in the state that was asked for: another element than the project's, certificates that
     * do not verify, no new key yet.
     */
    REFUSED(3),
    /** Nobody answered, nonsense came back, or there is no such board. */
    NO_LINK(4),
    /** A file is missing, damaged, can't be written, or belongs to something else; a tool is not installed. */
    BAD_FILE(5),
    /** The user stopped it (128 + SIGINT, as shells have it). */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** What a failure means to the shell. {@link #UNEXPECTED} is for all that no user can cause. */
    public static ExitCode of(Exception failure) {
        if (failure instanceof RejectedArgument || failure instanceof RejectedValue
                || failure instanceof RejectedBoardName || failure instanceof AmbiguousBoard) {
            return REJECTED;
        }
        if (failure instanceof DeviceRefused || failure instanceof NotPossible
                || failure instanceof ProgrammingFailed) {
            return REFUSED;
        }
        if (failure instanceof LinkFailed || failure instanceof MalformedReply) {
            return NO_LINK;
        }
        if (failure instanceof BadFile || failure instanceof UnusableBoard || failure instanceof RejectedImage
                || failure instanceof ToolMissing) {
            return BAD_FILE;
        }
        return failure instanceof OperationCancelled ? INTERRUPTED : UNEXPECTED;
    }
}
