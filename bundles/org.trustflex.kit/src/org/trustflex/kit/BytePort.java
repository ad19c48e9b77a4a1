package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;

/** Something that carries a stream of bytes both ways, such as a serial port or a TCP connection. */
public interface BytePort extends AutoCloseable {

    /**
     * Sends all bytes.
     *
     * @throws LinkFailed if they could not be sent before the deadline
     */
    void write(byte[] bytes, Deadline deadline) throws LinkFailed;

    /**
     * Waits for the next bytes. What is already there is returned even when the deadline has passed.
     *
     * @param buffer to be filled from its start
     * @return how many bytes came, at least 1; or 0 if none came in time; or -1 if the other end has closed
     * @throws LinkFailed if the transport broke
     */
    int read(byte[] buffer, Deadline deadline) throws LinkFailed;

    /** Releases the transport. Never fails. */
    @Override
    void close();
}
