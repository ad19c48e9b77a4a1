package org.trustflex.board;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitLink;

/** Where a kit can be reached. */
interface KitDoor {

    /** What the operating system or the user calls it, such as "/dev/hidraw3". */
    String name();

    /**
     * Opens it; it is then exclusively ours.
     *
     * @throws LinkFailed if it is not there, not permitted or in use
     */
    KitLink open() throws LinkFailed;
}
