package org.trustflex.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes orders for the holder of a board from other processes: one line with the token and the order, answered with one
 * line.
 *
 * <p>It is a port of the loopback interface and a token in a file that only the owner reads, and not a socket file: that
 * has a length limit of about 100 bytes for its path, which a home folder may exceed, is not available on every file
 * system, and stays behind when its process is killed. This is the same everywhere.
 */
final class ControlServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ControlServer.class.getName());
    private static final int TOKEN_BYTES = 16;
    private static final int BACKLOG = 16;
    private static final int LONGEST_LINE = 128;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ServerSocket listener;
    private final ControlAddress address;
    private final Map<String, Supplier<String>> orders;

    private ControlServer(ServerSocket listener, ControlAddress address, Map<String, Supplier<String>> orders) {
        this.listener = listener;
        this.address = address;
        this.orders = orders;
    }

    /**
     * Starts to listen.
     *
     * @param orders what is done for each order, in the listening thread; returns the answer, one line
     */
    static ControlServer start(Map<String, Supplier<String>> orders) throws IOException {
        byte[] token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        ControlAddress address = new ControlAddress(listener.getLocalPort(), HexFormat.of().formatHex(token));
        ControlServer server = new ControlServer(listener, address, Map.copyOf(orders));
        Thread thread = new Thread(server::listen, "trustflex-board-control-" + address.port());
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    ControlAddress address() {
        return address;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                client.setSoTimeout((int) PATIENCE.toMillis());
                answer(client);
            } catch (IOException e) {
                // Closed by us, or a client that went away or said nothing: the next one is waited for.
                LOG.log(Level.DEBUG, "No order", e);
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), LONGEST_LINE);
        String line = line(reader);
        int space = line.indexOf(' ');
        if (space < 0 || !isToken(line.substring(0, space))) {
            return;
        }
        Supplier<String> order = orders.get(line.substring(space + 1));
        String answer = order == null ? "unknown" : order.get();
        client.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = reader.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.US_ASCII),
                address.token().getBytes(StandardCharsets.US_ASCII));
    }

    /** Stops listening. An order that is carried out ends. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The control port went with an error", e);
        }
    }
}
