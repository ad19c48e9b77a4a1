package org.trustflex.cli.firmware;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.Speed;
import org.trustflex.cli.console.BoardOption;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what the program on a board prints, until it is interrupted. */
@Command(name = "console")
public final class ConsoleCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Surroundings surroundings;

    @Mixin
    private final BoardOption board;

    /** The command in these surroundings. */
    public ConsoleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.board = new BoardOption(surroundings, "console");
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, AmbiguousBoard, UnusableBoard {
        Board chosen = board.board();
        PrintWriter out = surroundings.out();
        try (McuSession session = chosen.openMcu(Speed.REAL)) {
            surroundings.err().println(Messages.text("console.begin", chosen.id(), session.mcu().program()));
            surroundings.err().flush();
            session.mcu().console().listenFromPowerOn(bytes -> {
                out.print(new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").replace("\r", ""));
                out.flush();
            });
            while (!surroundings.interruption().await(LOOK)) {
                if (!session.mcu().isRunning()) {
                    throw new LinkFailed(Messages.text("console.nopower", chosen.id()));
                }
            }
        }
        return ExitCode.DONE.code();
    }
}
