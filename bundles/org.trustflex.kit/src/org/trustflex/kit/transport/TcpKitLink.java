package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.LineFraming;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Links to a kit behind a TCP port, such as a simulated board that is served. */
public final class TcpKitLink {

    private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

    private TcpKitLink() {
    }

    /**
     * Connects.
     *
     * @param host name or address
     * @param port 1 to 65535
     * @throws LinkFailed if the name is unknown, nobody listens, or nobody answers within five seconds
     */
    public static KitLink open(String host, int port) throws LinkFailed {
        return new LineFraming(SocketPort.connect(new InetSocketAddress(host, port), Deadline.after(CONNECT_TIME)));
    }
}
