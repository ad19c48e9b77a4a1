package org.trustflex.ui.boards;

import java.util.stream.Collectors;

import org.trustflex.board.Board;

/** The serial numbers on a board, for questions that must name the part. */
final class SerialNumbers {

    private SerialNumbers() {
    }

    static String of(Board board) {
        return board.description().elements().stream().map(element -> element.serialNumber().toString())
                .collect(Collectors.joining(", "));
    }
}
