package org.trustflex.board;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Gives an order to the holder of a board. */
final class ControlClient {

    private static final int PATIENCE_MILLIS = 1000;
    private static final int LONGEST_ANSWER = 128;

    private ControlClient() {
    }

    /**
     * Sends one order and waits a second for the answer. An order counts as carried out when its whole line of answer is
     * there, whatever becomes of the connection afterwards. A holder that closes the board resets connections that it has
     * not taken yet, or ends before it answers: then it went away.
     *
     * @return the answer; nothing if the holder went away before it answered, or did not accept the order
     * @throws IOException if the holder is there and says nothing
     */
    static Optional<String> ask(ControlAddress address, String order) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((address.token() + " " + order + "\n").getBytes(StandardCharsets.US_ASCII));
            return line(socket.getInputStream());
        } catch (SocketException gone) {
            return Optional.empty();
        }
    }

    /** One whole line; nothing if the stream ends within it. */
    private static Optional<String> line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_ANSWER) {
            int c = in.read();
            if (c < 0) {
                return Optional.empty();
            }
            if (c == '\n') {
                return Optional.of(line.toString());
            }
            line.append((char) c);
        }
        return Optional.empty();
    }
}
