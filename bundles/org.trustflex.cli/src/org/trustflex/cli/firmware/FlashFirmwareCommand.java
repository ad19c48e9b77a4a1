package org.trustflex.cli.firmware;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.Speed;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.GuideLog;
import org.trustflex.cli.console.ProjectOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.flash.FirmwareFlash;
import org.trustflex.firmware.flash.Outcome;
import org.trustflex.firmware.flash.ProgramWatch;
import org.trustflex.firmware.flash.Verdict;
import org.trustflex.provisioning.ProvisioningException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the project's firmware to the board and judges what it does. */
@Command(name = "flash")
public final class FlashFirmwareCommand implements Callable<Integer> {

    private static final int LONGEST = 3600;

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;
    @Mixin
    private final ProjectOption project;
    @Mixin
    private final ViaOption via;
    @Mixin
    private final GuideLog log;
    @Option(names = "--image", paramLabel = "FILE", descriptionKey = "image")
    private Optional<Path> image = Optional.empty();
    @Option(names = "--console", paramLabel = "SECONDS", descriptionKey = "console-seconds")
    private Optional<Integer> seconds = Optional.empty();

    /** The command in these surroundings. */
    public FlashFirmwareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "firmware flash");
        this.project = new ProjectOption(surroundings);
        this.via = new ViaOption(surroundings);
        this.log = new GuideLog(surroundings);
    }

    @Override
    public Integer call() throws LinkFailed, ProvisioningException, RejectedArgument, AmbiguousBoard, UnusableBoard,
            RejectedImage, ProgrammingFailed, ToolMissing {
        if (seconds.filter(given -> given < 1 || given > LONGEST).isPresent()) {
            throw new RejectedArgument(Messages.text("flash.seconds", LONGEST));
        }
        Path file = image.isPresent() ? surroundings.resolve(image.get())
                : FirmwareFlash.builtImage(new FirmwareProject(project.open()));
        FlashImage read = FlashImage.read(file);
        Board chosen = board.board();
        FirmwareFlash flash = new FirmwareFlash(chosen);
        flash.warning().ifPresent(surroundings.err()::println);
        surroundings.err().flush();
        flash.program(via.programmer(chosen), read, log);
        Verdict verdict = judge(chosen);
        surroundings.out().println(verdict.sentence());
        surroundings.err().println(Messages.text("flash.after", chosen.id()));
        return (verdict.outcome() == Outcome.SUCCEEDED ? ExitCode.DONE : ExitCode.REFUSED).code();
    }

    private Verdict judge(Board chosen) throws LinkFailed, ProvisioningException {
        ProgramWatch watch = new ProgramWatch(chosen, Speed.MAX);
        return seconds.isPresent() ? watch.judgeAfter(Duration.ofSeconds(seconds.get()), log)
                : watch.judge(ProgramWatch.PATIENCE, log);
    }
}
