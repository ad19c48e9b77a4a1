package org.trustflex.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code trustflex}, of which all others are subcommands. */
@Command(name = "trustflex", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = VersionText.class)
final class TrustFlexCommand {

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "debug")
    private boolean debug;

    /** Whether stack traces are wanted. */
    boolean debug() {
        return debug;
    }
}
