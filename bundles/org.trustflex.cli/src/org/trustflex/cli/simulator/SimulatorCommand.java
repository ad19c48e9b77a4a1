package org.trustflex.cli.simulator;

import picocli.CommandLine.Command;

/** The group of commands that make and handle simulated boards. */
@Command(name = "simulator")
public final class SimulatorCommand {
    // Its subcommands do the work; the parser asks for one of them.
}
