package org.trustflex.simulator;

import java.time.Duration;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.PacketChannel;

/** The shortest way from the typed client to a simulated element. */
record ElementChannel(SimulatedElement element) implements PacketChannel {

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed {
        element.wake();
        byte[] response = element.execute(command).orElseThrow(() -> new LinkFailed("The element does not answer."));
        element.idle();
        return response;
    }

    @Override
    public void sleep() {
        element.wake();
        element.sleep();
    }

    @Override
    public void close() {
        sleep();
    }
}
