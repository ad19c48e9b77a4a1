package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.KitProgram;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The device end of the kit protocol on a TCP port, for anybody's client, one at a time. Each client meets a fresh kit
 * program. Whoever comes while another one is there is told so within a second, in one line, and turned away. Safe for
 * use by several threads.
 */
public final class KitTcpServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KitTcpServer.class.getName());
    /** Far more clients than a kit ever has; beyond that they are not even told that it is busy. */
    private static final int MOST_CONNECTIONS = 32;
    private static final int BACKLOG = 16;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ServerSocket listener;
    private final KitTurn turn;
    private final Supplier<KitProgram> programs;
    private final KitFault fault;
    private final KitSessionListener sessions;
    private final Set<KitConnection> connections = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile boolean closing;

    private KitTcpServer(ServerSocket listener, Supplier<KitProgram> programs, KitFault fault,
            KitSessionListener sessions, KitTurn turn) {
        this.listener = listener;
        this.turn = turn;
        this.programs = programs;
        this.fault = fault;
        this.sessions = sessions;
        acceptor = KitConnection.thread("trustflex-kit-tcp-" + listener.getLocalPort(), this::acceptClients);
    }

    /**
     * Starts to serve this machine alone.
     *
     * @param port     0 to 65535; 0 takes any that is free, see {@link #port()}
     * @param programs makes the kit program for each client, in the thread that then uses it
     * @param sessions hears who comes and goes
     * @throws LinkFailed if the port is taken or not allowed
     */
    public static KitTcpServer onLoopback(int port, Supplier<KitProgram> programs, KitSessionListener sessions)
            throws LinkFailed {
        return onLoopback(port, programs, KitFault.NONE, sessions, new KitTurn());
    }

    /**
     * Starts to serve this machine alone, in turn with other servers of the same kit.
     *
     * @param port     0 to 65535; 0 takes any that is free, see {@link #port()}
     * @param programs gives the kit program for each client, in the thread that then uses it
     * @param fault    what happens to requests and answers on the way
     * @param sessions hears who comes and goes
     * @param turn     whose turn it is
     * @throws LinkFailed if the port is taken or not allowed
     */
    public static KitTcpServer onLoopback(int port, Supplier<KitProgram> programs, KitFault fault,
            KitSessionListener sessions, KitTurn turn) throws LinkFailed {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), programs, fault, sessions, turn);
    }

    /**
     * Starts to serve at an address. The protocol knows no passwords: whoever reaches the address has the element.
     *
     * @throws LinkFailed if the address is taken or not allowed
     */
    public static KitTcpServer start(InetSocketAddress address, Supplier<KitProgram> programs,
            KitSessionListener sessions) throws LinkFailed {
        return start(address, programs, KitFault.NONE, sessions, new KitTurn());
    }

    private static KitTcpServer start(InetSocketAddress address, Supplier<KitProgram> programs, KitFault fault,
            KitSessionListener sessions, KitTurn turn) throws LinkFailed {
        KitTcpServer server = new KitTcpServer(listen(address), programs, fault, sessions, turn);
        server.acceptor.start();
        return server;
    }

    private static ServerSocket listen(InetSocketAddress address) throws LinkFailed {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(address, BACKLOG);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            String where = address.getHostString() + ":" + address.getPort();
            throw new LinkFailed(Messages.text("server.bind", where, String.valueOf(e.getMessage())), e);
        }
    }

    /** The port that is served. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The address that is served. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** The client that has the kit now, address and port. */
    public Optional<String> client() {
        return turn.holder();
    }

    private void acceptClients() {
        while (!closing) {
            try {
                take(listener.accept());
            } catch (SocketException e) {
                if (!listener.isClosed()) {
                    LOG.log(Level.WARNING, "A kit client could not be accepted", e);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "A kit client could not be accepted", e);
            }
        }
    }

    private void take(Socket socket) throws IOException {
        if (closing || connections.size() >= MOST_CONNECTIONS) {
            socket.close();
            return;
        }
        KitConnection connection = new KitConnection(socket, turn, programs, fault, sessions);
        connections.add(connection);
        connection.start(() -> connections.remove(connection));
        if (closing) {
            // It came between the end of listening and the farewell to all others.
            connection.finish(Duration.ZERO);
        }
    }

    /**
     * Stops listening, lets a command that runs end and its answer be sent, and waits for the clients' threads, though
     * not longer than a few seconds. May be called again.
     */
    @Override
    public void close() {
        closing = true;
        stopListening();
        for (KitConnection connection : Set.copyOf(connections)) {
            connection.finish(GRACE);
        }
    }

    private void stopListening() {
        try {
            listener.close();
            // The operating system lets go of the port only when the thread that waits at it has come back.
            acceptor.join(GRACE.toMillis());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The kit server's port could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
