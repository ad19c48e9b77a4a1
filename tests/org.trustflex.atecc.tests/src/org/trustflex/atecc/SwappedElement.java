package org.trustflex.atecc;

import java.time.Duration;

import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.PacketChannel;

/** A channel behind which somebody exchanges the part, or pulls it out. */
final class SwappedElement implements PacketChannel {

    private final ScriptedElement second = element("012300000000000001");
    private ScriptedElement current = element("01233E8A1491F2A601");
    private boolean dead;
    private boolean closed;

    private static ScriptedElement element(String serial) {
        return new ScriptedElement(
                TrustFlexProfile.PROTOTYPE.zone(new SerialNumber(serial), new Revision("00006003")));
    }

    void swap() {
        current = second;
    }

    void die() {
        dead = true;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed {
        if (dead) {
            throw new LinkFailed("Nobody answered.");
        }
        return current.exchange(command, executionTime);
    }

    @Override
    public void sleep() {
        current.sleep();
    }

    @Override
    public void close() {
        closed = true;
    }
}
