package org.trustflex.launching.firmware;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.ProvisioningException;

/** A launch of a firmware ends here, with this result. */
final class FlashFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OperationResult result;

    FlashFailed(OperationResult result) {
        super(result.message());
        this.result = result;
    }

    FlashFailed(ExitCode exitCode, String message) {
        this(OperationResult.of(exitCode, message));
    }

    FlashFailed(ExitCode exitCode, Exception cause) {
        this(exitCode, String.valueOf(cause.getMessage()));
        initCause(cause);
    }

    /** What it means that something else failed. */
    static FlashFailed of(Exception failure) {
        OperationResult result;
        if (failure instanceof LinkFailed link) {
            result = OperationResult.of(link);
        } else if (failure instanceof ProvisioningException refused) {
            result = OperationResult.of(refused);
        } else {
            boolean tool = failure instanceof ToolMissing;
            result = OperationResult.of(tool ? ExitCode.BAD_FILE : ExitCode.REFUSED,
                    String.valueOf(failure.getMessage()));
        }
        FlashFailed failed = new FlashFailed(result);
        failed.initCause(failure);
        return failed;
    }

    OperationResult result() {
        return result;
    }
}
