package org.trustflex.board;

import java.nio.file.Path;

/** A simulated board's kit protocol on a pseudo terminal, for clients that know serial ports only. */
public interface KitTerminal extends AutoCloseable {

    /** The symbolic link that clients open. */
    Path link();

    /** The terminal itself, such as "/dev/pts/3". */
    String terminal();

    /** Stops serving and takes the link away; a command that runs is answered first. The board stays powered. */
    @Override
    void close();
}
