package org.trustflex.cli;

import java.util.concurrent.Callable;

import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script with which bash and zsh complete commands and options. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec self = CommandSpec.create();

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.out().print(AutoComplete.bash(self.root().name(), self.root().commandLine()));
        return ExitCode.DONE.code();
    }
}
