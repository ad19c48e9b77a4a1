package org.trustflex.board;

import java.util.ArrayList;
import java.util.List;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;

/** The boards that are plugged in. */
final class HardwareBoards {

    /** Of the ids of all boards that are not simulated here. */
    static final String PREFIX = "kit:";

    private final AttachedKits kits;

    HardwareBoards(AttachedKits kits) {
        this.kits = kits;
    }

    /** Opens each kit for a moment and looks what is on it. */
    BoardScan scan() {
        List<Board> boards = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (KitDoor door : kits.attached()) {
                try {
                    boards.add(HardwareBoard.behind(door, kits));
                } catch (ElementException unusable) {
                    problems.add(unusable.getMessage());
                }
            }
        } catch (LinkFailed noUsb) {
            problems.add(noUsb.getMessage());
        }
        return new BoardScan(boards, problems);
    }
}
