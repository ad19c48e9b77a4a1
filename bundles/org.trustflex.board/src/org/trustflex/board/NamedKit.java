package org.trustflex.board;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.transport.SerialKitLink;
import org.trustflex.kit.transport.TcpKitLink;

/**
 * One kit that the user names because no search finds it: "serial:/dev/ttyACM0", "serial:COM5" or "tcp:host:port".
 *
 * @param door the way to it
 */
record NamedKit(KitDoor door) implements AttachedKits {

    private static final String SERIAL = "serial:";
    private static final String TCP = "tcp:";
    private static final int LAST_PORT = 0xFFFF;

    /**
     * Reads a selector.
     *
     * @return nothing if it is of another kind
     * @throws LinkFailed if it names no port
     */
    static Optional<NamedKit> of(String selector) throws LinkFailed {
        if (selector.startsWith(SERIAL)) {
            String port = selector.substring(SERIAL.length());
            return Optional.of(new NamedKit(new Door(selector, () -> SerialKitLink.open(port))));
        }
        if (selector.startsWith(TCP)) {
            int colon = selector.lastIndexOf(':');
            int port = port(selector.substring(colon + 1));
            if (colon <= TCP.length() || port < 0) {
                throw new LinkFailed(Messages.text("select.tcp", selector));
            }
            String host = selector.substring(TCP.length(), colon);
            return Optional.of(new NamedKit(new Door(selector, () -> TcpKitLink.open(host, port))));
        }
        return Optional.empty();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > 0 && port <= LAST_PORT ? port : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    @Override
    public List<KitDoor> attached() {
        return List.of(door);
    }

    @Override
    public boolean debuggerAttached() {
        return false;
    }

    /** Opens a link. */
    private interface Opening {
        KitLink open() throws LinkFailed;
    }

    private record Door(String name, Opening opening) implements KitDoor {

        @Override
        public KitLink open() throws LinkFailed {
            return opening.open();
        }
    }
}
