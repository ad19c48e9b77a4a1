package org.trustflex.launching.headless;

import org.trustflex.launching.operation.ExitCode;

/** The command line, or the file that it names, can't be used. Nothing was launched. */
final class UnusableLaunchFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    UnusableLaunchFile(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
