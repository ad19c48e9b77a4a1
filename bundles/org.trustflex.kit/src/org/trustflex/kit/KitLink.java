package org.trustflex.kit;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.util.Optional;

/**
 * Carries the lines of the kit protocol to a kit and back, whatever they travel in. Lines are printable ASCII and are
 * given and returned without their newline. A link is used by one thread at a time.
 */
public interface KitLink extends AutoCloseable {

    /**
     * Drops whatever came unasked and sends one line.
     *
     * @throws LinkFailed if the transport broke, the kit has somebody else, or it keeps sending unasked
     */
    void send(String line, Deadline deadline) throws LinkFailed;

    /**
     * Waits for one line.
     *
     * @return the line, or nothing if the deadline passed before it was complete
     * @throws LinkFailed     if the transport broke or the kit has somebody else
     * @throws MalformedReply if what comes can't be a line of the protocol: too long, or no printable ASCII
     */
    Optional<String> receive(Deadline deadline) throws LinkFailed, MalformedReply;

    /** Whether more came together with the line that was received last, where a kit sends one line and stops. */
    boolean hasUnread();

    /** Releases the transport. Never fails: there is nothing a caller could do. */
    @Override
    void close();
}
