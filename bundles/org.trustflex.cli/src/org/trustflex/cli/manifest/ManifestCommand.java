package org.trustflex.cli.manifest;

import picocli.CommandLine.Command;

/** The group of commands about manifests. */
@Command(name = "manifest")
public final class ManifestCommand {
    // Its subcommands do the work; the parser asks for one of them.
}
