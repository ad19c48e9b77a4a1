package org.trustflex.atecc.packet;

import java.time.Duration;

/**
 * Carries command packets to one secure element and its response packets back. A channel is used by one thread at a time
 * and is exclusive: while it is open nobody else talks to the element.
 */
public interface PacketChannel extends AutoCloseable {

    /**
     * Wakes the element, lets it execute one command and puts it to idle, where TempKey survives.
     *
     * @param command       the whole packet, count to checksum (TFLXTLS data sheet, section 4.1)
     * @param executionTime the longest time that the command may take on the element; the channel adds what its own
     *                      transport needs
     * @return the whole response packet, count to checksum, not yet checked
     * @throws LinkFailed     if the deadline passed or the transport broke
     * @throws MalformedReply if what came back is no reply of the transport's protocol
     */
    byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed, MalformedReply;

    /**
     * Puts the element to sleep, which clears TempKey and all other volatile memory.
     *
     * @throws LinkFailed     if the deadline passed or the transport broke
     * @throws MalformedReply if what came back is no reply of the transport's protocol
     */
    void sleep() throws LinkFailed, MalformedReply;

    /** Releases the transport. Never fails: there is nothing a caller could do. */
    @Override
    void close();
}
