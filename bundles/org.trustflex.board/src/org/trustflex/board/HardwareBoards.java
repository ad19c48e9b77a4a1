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

    /** Opens each kit for a moment and looks what is on it. Where there is none, a board without its kit is a problem. */
    BoardScan scan() {
        List<Board> boards = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            List<KitDoor> doors = kits.attached();
            for (KitDoor door : doors) {
                try {
                    boards.add(HardwareBoard.behind(door, kits));
                } catch (ElementException unusable) {
                    problems.add(unusable.getMessage());
                }
            }
            if (doors.isEmpty() && kits.debuggerAttached()) {
                problems.add(new Diagnosis(kits).noBoard());
            }
        } catch (LinkFailed noUsb) {
            problems.add(noUsb.getMessage());
        }
        return new BoardScan(boards, problems);
    }
}
