package org.trustflex.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command with one option. */
@Command(name = "rotate")
final class Rotate {

    @Option(names = "--board")
    String board = "";
}
