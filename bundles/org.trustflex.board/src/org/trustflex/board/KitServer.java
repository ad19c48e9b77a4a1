package org.trustflex.board;

/** A simulated board's kit protocol on a TCP port of this machine, for anybody's client, one at a time. */
public interface KitServer extends AutoCloseable {

    /** The port that is served. */
    int port();

    /** Stops serving; a command that runs is answered first. The board stays powered. May be called again. */
    @Override
    void close();
}
