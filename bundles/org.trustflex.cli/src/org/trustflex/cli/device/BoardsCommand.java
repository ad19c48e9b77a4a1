package org.trustflex.cli.device;

import java.io.PrintWriter;
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

/** Lists the boards that can be reached. */
@Command(name = "boards")
public final class BoardsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** The command in these surroundings. */
    public BoardsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        BoardScan scan = surroundings.boards().scan();
        List<BoardDescription> boards = scan.boards().stream().map(Board::description).toList();
        if (json.wanted()) {
            JsonArray list = new JsonArray();
            boards.forEach(board -> list.add(BoardJson.of(board)));
            json.print(surroundings.out(), list);
        } else {
            print(boards);
        }
        scan.problems().forEach(surroundings.err()::println);
        return ExitCode.DONE.code();
    }

    private void print(List<BoardDescription> boards) {
        PrintWriter out = surroundings.out();
        if (boards.isEmpty()) {
            out.println(Messages.text("boards.none"));
            return;
        }
        TextTable table = new TextTable(Messages.text("boards.id"), Messages.text("boards.kind"),
                Messages.text("boards.part"), Messages.text("boards.serial"), Messages.text("boards.program"));
        for (BoardDescription board : boards) {
            List<String> notes = board.holder().map(holder -> Messages.text("boards.holder", holder)).stream().toList();
            table.row(List.of(board.id(), board.kind().word(),
                    board.trustFlex().map(element -> element.part()).orElse(Messages.text("boards.nopart")),
                    board.trustFlex().map(element -> element.serialNumber().hex()).orElse(""), board.program()), notes);
        }
        table.print(out);
    }
}
