package org.trustflex.board.mcu;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.trustflex.atecc.packet.LinkFailed;

/**
 * A console on a TCP port of this machine: raw bytes both ways, for any number of clients. Each sees what is printed from
 * then on.
 */
public final class ConsoleServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ConsoleServer.class.getName());
    private static final int LAST_PORT = 0xFFFF;
    private static final int BACKLOG = 16;
    private static final int CHUNK = 1024;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Console console;
    private final ServerSocket listening;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    private ConsoleServer(Console console, ServerSocket listening) {
        this.console = console;
        this.listening = listening;
    }

    /**
     * Begins to serve.
     *
     * @param tcpPort 0 to 65535; 0 takes any that is free
     * @throws LinkFailed if the port is taken or not allowed
     */
    public static ConsoleServer onTcp(Console console, int tcpPort) throws LinkFailed {
        try {
            if (tcpPort < 0 || tcpPort > LAST_PORT) {
                throw new IOException(String.valueOf(tcpPort));
            }
            ConsoleServer server = new ConsoleServer(console,
                    new ServerSocket(tcpPort, BACKLOG, InetAddress.getLoopbackAddress()));
            server.thread("trustflex-console-" + server.port(), server::accept);
            return server;
        } catch (IOException taken) {
            throw new LinkFailed(Messages.text("console.port", tcpPort, taken.getMessage()), taken);
        }
    }

    private void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The TCP port. */
    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                serve(listening.accept());
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "No client", e);
            }
        }
    }

    private void serve(Socket client) throws IOException {
        client.setTcpNoDelay(true);
        clients.add(client);
        if (listening.isClosed()) {
            client.close();
        }
        ConsoleQueue queue = new ConsoleQueue();
        console.listen(queue);
        thread("trustflex-console-out-" + client.getPort(), () -> print(client, queue));
        thread("trustflex-console-in-" + client.getPort(), () -> type(client));
    }

    private void print(Socket client, ConsoleQueue queue) {
        try (client) {
            while (!client.isClosed()) {
                client.getOutputStream().write(queue.take(LOOK));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            console.forget(queue);
            clients.remove(client);
        }
    }

    private void type(Socket client) {
        byte[] chunk = new byte[CHUNK];
        try (client) {
            InputStream in = client.getInputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                console.send(Arrays.copyOf(chunk, length));
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client has gone", e);
        }
    }

    /** Stops serving and drops the clients. May be called again. */
    @Override
    public void close() {
        try {
            listening.close();
            for (Socket client : Set.copyOf(clients)) {
                client.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The console's port went with an error", e);
        }
    }
}
