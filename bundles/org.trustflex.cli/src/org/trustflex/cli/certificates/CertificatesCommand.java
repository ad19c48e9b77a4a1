package org.trustflex.cli.certificates;

import picocli.CommandLine.Command;

/** The group of commands about a device's certificates. */
@Command(name = "certificates")
public final class CertificatesCommand {
    // Its subcommands do the work; the parser asks for one of them.
}
