package org.trustflex.board;

import java.util.List;

import org.trustflex.atecc.packet.LinkFailed;

/** The kits that are plugged in. Nothing is loaded or searched before the first question. */
interface AttachedKits {

    /**
     * Searches once.
     *
     * @throws LinkFailed if that is not possible on this machine
     */
    List<KitDoor> attached() throws LinkFailed;

    /**
     * Whether a debugger of a Trust Platform board is plugged in, as it is also when the kit program is not on the board.
     *
     * @throws LinkFailed if it can't be found out on this machine
     */
    boolean debuggerAttached() throws LinkFailed;
}
