package org.trustflex.cli.firmware;

import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.Board;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.board.tool.MplabIpe;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.board.tool.ToolMissing;

import picocli.CommandLine.Option;

/** The option {@code --via}: in which way a program gets into the flash. */
public final class ViaOption {

    private final Surroundings surroundings;

    @Option(names = "--via", paramLabel = "WAY", descriptionKey = "via")
    private Optional<Way> way = Optional.empty();

    /** The option of a command in these surroundings. */
    public ViaOption(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The programmer for a board.
     *
     * @throws LinkFailed  if the board can't be programmed in that way
     * @throws ToolMissing if the program for it is not installed
     */
    Programmer programmer(Board board) throws LinkFailed, ToolMissing {
        if (way.isEmpty()) {
            return own(board);
        }
        return switch (way.get()) {
            case DIRECT -> board.programmer();
            case OPENOCD -> openOcd(board);
            case IPE -> board.programmer(MplabIpe.find(Optional.empty(), surroundings.environment()));
        };
    }

    /** The board's own, or else OpenOCD, which reaches every board. */
    private Programmer own(Board board) throws LinkFailed, ToolMissing {
        try {
            return board.programmer();
        } catch (LinkFailed none) {
            return openOcd(board);
        }
    }

    private Programmer openOcd(Board board) throws LinkFailed, ToolMissing {
        return board.programmer(OpenOcd.find(Optional.empty(), surroundings.environment()));
    }
}
