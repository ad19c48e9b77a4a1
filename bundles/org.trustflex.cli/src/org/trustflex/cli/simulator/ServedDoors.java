package org.trustflex.cli.simulator;

import java.nio.file.Path;

import org.trustflex.cli.console.RejectedArgument;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Where a simulated board is served; at least one of them. */
final class ServedDoors {

    private static final int LARGEST_PORT = 65_535;

    @Option(names = "--kit-tcp", paramLabel = "PORT", descriptionKey = "kit-tcp")
    private @Nullable Integer kitPort;
    @Option(names = "--kit-pty", paramLabel = "PATH", descriptionKey = "kit-pty")
    private @Nullable Path kitTerminal;
    @Option(names = "--uart-tcp", paramLabel = "PORT", descriptionKey = "uart-tcp")
    private @Nullable Integer consolePort;
    @Option(names = "--uart-pty", paramLabel = "PATH", descriptionKey = "uart-pty")
    private @Nullable Path consoleTerminal;
    @Option(names = "--debug-jtag", paramLabel = "PORT", descriptionKey = "debug-jtag")
    private @Nullable Integer debugPort;

    @Nullable
    Integer kitPort() {
        return kitPort;
    }

    @Nullable
    Path kitTerminal() {
        return kitTerminal;
    }

    @Nullable
    Integer consolePort() {
        return consolePort;
    }

    @Nullable
    Path consoleTerminal() {
        return consoleTerminal;
    }

    @Nullable
    Integer debugPort() {
        return debugPort;
    }

    /** Whether somebody is let in to the kit. */
    boolean wantKit() {
        return kitPort != null || kitTerminal != null;
    }

    /** Whether somebody is let in to the program on the MCU, which then runs. */
    boolean wantMcu() {
        return consolePort != null || consoleTerminal != null || debugPort != null;
    }

    void requirePorts() throws RejectedArgument {
        for (@Nullable
        Integer port : new @Nullable Integer[] { kitPort, consolePort, debugPort }) {
            if (port != null && (port < 0 || port > LARGEST_PORT)) {
                throw new RejectedArgument(Messages.text("serve.port", port, LARGEST_PORT));
            }
        }
    }
}
