package org.trustflex.cli.simulator;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a program into the flash of a simulated board's MCU, or the factory program back. */
@Command(name = "load")
public final class LoadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Parameters(index = "1", arity = "0..1", paramLabel = "IMAGE", descriptionKey = "image")
    private @Nullable Path image;
    @Option(names = "--factory", descriptionKey = "factory")
    private boolean factory;

    /** The command in these surroundings. */
    public LoadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, ProgrammingFailed, RejectedArgument, RejectedImage, UnusableBoard {
        Path file = image;
        if ((file == null) != factory) {
            throw new RejectedArgument(Messages.text("load.what"));
        }
        SimulatedBoard board = surroundings.boards().as("simulator load").simulated().get(name);
        Programmer programmer = board.programmer();
        if (file == null) {
            programmer.restoreFactoryProgram(ProgrammingListener.NONE);
            surroundings.out().println(Messages.text("load.factory", board.id()));
        } else {
            FlashImage program = FlashImage.read(surroundings.resolve(file));
            programmer.program(program, ProgrammingListener.NONE);
            surroundings.out().println(Messages.text("load", board.id(), program.name(), program.size()));
        }
        return ExitCode.DONE.code();
    }
}
