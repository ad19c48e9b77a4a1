package org.trustflex.cli.firmware;

import picocli.CommandLine.Command;

/** The group of commands about the firmware of a project. */
@Command(name = "firmware")
public final class FirmwareCommand {
    // Its subcommands do the work; the parser asks for one of them.
}
