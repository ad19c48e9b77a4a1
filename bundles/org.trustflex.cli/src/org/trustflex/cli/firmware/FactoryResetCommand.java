package org.trustflex.cli.firmware;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.flash.FactoryReset;
import org.trustflex.provisioning.OperationCancelled;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a board a kit again. */
@Command(name = "factory-reset")
public final class FactoryResetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ViaOption via;
    @Mixin
    private final GuideLog log;
    @Option(names = "--image", paramLabel = "FILE", descriptionKey = "factory-image")
    private Optional<Path> image = Optional.empty();

    /** The command in these surroundings. */
    public FactoryResetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "factory-reset");
        this.via = new ViaOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, AmbiguousBoard, UnusableBoard, RejectedImage,
            ProgrammingFailed, OperationCancelled, ToolMissing {
        Optional<FlashImage> read = image.isPresent() ? Optional.of(FlashImage.read(surroundings.resolve(image.get())))
                : Optional.empty();
        Board chosen = board.board();
        new FactoryReset(chosen).run(via.programmer(chosen), read, log);
        return ExitCode.DONE.code();
    }
}
