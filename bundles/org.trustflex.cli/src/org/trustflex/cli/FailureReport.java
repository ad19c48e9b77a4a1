package org.trustflex.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.provisioning.NotPossible;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a failure: one sentence on the error stream and the exit code that it means; a stack trace only if asked for. */
final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Surroundings surroundings;
    private final BooleanSupplier debugOption;

    FailureReport(Surroundings surroundings, BooleanSupplier debugOption) {
        this.surroundings = surroundings;
        this.debugOption = debugOption;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = surroundings.err();
        // What was printed before comes first where both streams go to one terminal.
        surroundings.out().flush();
        ExitCode code = ExitCode.of(failure);
        err.println(code == ExitCode.UNEXPECTED ? Messages.text("unexpected", failure) : failure.getMessage());
        if (failure instanceof AmbiguousBoard ambiguous) {
            ambiguous.matches().forEach(board -> err.println(match(board)));
        } else if (code == ExitCode.REJECTED) {
            hint(command);
        }
        remedy(failure).ifPresent(err::println);
        trace(failure);
        return code.code();
    }

    /** What the sentence says to do, as a command. */
    private Optional<String> remedy(Exception failure) {
        if (failure instanceof NotPossible impossible) {
            return impossible.remedy().map(remedy -> Messages.text("remedy." + remedy));
        }
        if (!(failure instanceof LinkFailed)) {
            return Optional.empty();
        }
        return noSimulatedBoard() ? Optional.of(Messages.text("remedy.board")) : withoutKit(failure.getMessage());
    }

    /** Where a board is named whose own program took the place of the kit. */
    private Optional<String> withoutKit(String message) {
        return surroundings.boards().simulated().scan().boards().stream()
                .filter(board -> !board.flashedProgram().isKit() && message.contains(board.id() + " "))
                .map(board -> Messages.text("remedy.factory", board.description().name())).findFirst();
    }

    private boolean noSimulatedBoard() {
        try {
            return surroundings.boards().simulated().names().isEmpty();
        } catch (UnusableBoard unreadable) {
            return false;
        }
    }

    /** A board to choose from, with what tells it from the others. */
    private static String match(BoardDescription board) {
        return Messages.text("match", board.id(), board.trustFlex()
                .map(element -> element.part() + " " + element.serialNumber()).orElseGet(board::name));
    }

    @Override
    public int handleParseException(ParameterException rejected, String[] args) {
        CommandLine command = rejected.getCommandLine();
        PrintWriter err = surroundings.err();
        if (!command.getSubcommands().isEmpty() && !(rejected instanceof UnmatchedArgumentException)) {
            // Only the name of a group was given: what it can do is the answer.
            command.usage(err);
            return ExitCode.REJECTED.code();
        }
        err.println(rejected.getMessage());
        UnmatchedArgumentException.printSuggestions(rejected, err);
        hint(command);
        trace(rejected);
        return ExitCode.REJECTED.code();
    }

    private void hint(CommandLine command) {
        surroundings.err().println(Messages.text("hint", command.getCommandSpec().qualifiedName()));
    }

    private void trace(Exception failure) {
        if (surroundings.debug() || debugOption.getAsBoolean()) {
            failure.printStackTrace(surroundings.err());
        }
    }
}
