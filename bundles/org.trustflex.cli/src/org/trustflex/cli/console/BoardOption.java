package org.trustflex.cli.console;

import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.AmbiguousBoard;
import org.trustflex.board.Board;
import org.trustflex.board.UnusableBoard;

import picocli.CommandLine.Option;

/** The option {@code --board}, which may be left out where there is one board. */
public final class BoardOption {

    private final Surroundings surroundings;
    private final String purpose;

    @Option(names = { "-b", "--board" }, paramLabel = "BOARD", descriptionKey = "board")
    private Optional<String> selector = Optional.empty();

    /** @param purpose what the board is opened for, as whoever finds it in use is told */
    public BoardOption(Surroundings surroundings, String purpose) {
        this.surroundings = surroundings;
        this.purpose = purpose;
    }

    /**
     * The board that is meant.
     *
     * @throws RejectedArgument if the option is there without a value, as an unset variable in a script has it
     * @throws LinkFailed       if there is none
     * @throws AmbiguousBoard   if there is more than one
     * @throws UnusableBoard    if its files are damaged
     */
    public Board board() throws RejectedArgument, LinkFailed, AmbiguousBoard, UnusableBoard {
        if (selector.filter(String::isBlank).isPresent()) {
            throw new RejectedArgument(Messages.text("board.empty"));
        }
        return surroundings.boards().as(purpose).select(selector.orElse(""));
    }

    /**
     * The TrustFLEX element on the board that is meant.
     *
     * @throws RejectedArgument if the option is there without a value
     * @throws LinkFailed       if there is none
     * @throws AmbiguousBoard   if there is more than one board
     * @throws UnusableBoard    if its files are damaged
     */
    public ElementSource element() throws RejectedArgument, LinkFailed, AmbiguousBoard, UnusableBoard {
        return board().element();
    }
}
