package org.trustflex.board;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Gives an order to the holder of a board. */
final class ControlClient {

    private static final int PATIENCE_MILLIS = 1000;
    private static final int LONGEST_ANSWER = 128;

    private ControlClient() {
    }

    /**
     * Sends one order and waits a second for the answer.
     *
     * @return the answer, empty if the order was not accepted
     */
    static String ask(ControlAddress address, String order) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((address.token() + " " + order + "\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII).strip();
        }
    }
}
