package org.trustflex.cli.simulator;

import java.util.List;
import java.util.concurrent.Callable;

import org.trustflex.board.Board;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardScan;
import org.trustflex.cli.console.BoardJson;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.cli.console.TextTable;

import com.google.gson.JsonArray;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the simulated boards, without looking for others. */
@Command(name = "list")
public final class ListSimulatorsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** The command in these surroundings. */
    public ListSimulatorsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        BoardScan scan = surroundings.boards().simulated().scan();
        List<BoardDescription> found = scan.boards().stream().map(Board::description).toList();
        if (json.wanted()) {
            JsonArray list = new JsonArray();
            found.forEach(board -> list.add(BoardJson.of(board)));
            json.print(surroundings.out(), list);
        } else if (found.isEmpty()) {
            surroundings.out().println(Messages.text("list.none"));
        } else {
            print(found);
        }
        scan.problems().forEach(surroundings.err()::println);
        return ExitCode.DONE.code();
    }

    private void print(List<BoardDescription> found) {
        TextTable table = new TextTable(Messages.text("list.id"), Messages.text("list.part"));
        for (BoardDescription board : found) {
            table.row(List.of(board.id(), SimulatorText.part(board)),
                    board.holder().map(holder -> Messages.text("list.holder", holder)).stream().toList());
        }
        table.print(surroundings.out());
    }
}
