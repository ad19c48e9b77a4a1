package org.trustflex.board;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.trustflex.atecc.packet.CommandPacket;

import org.jspecify.annotations.Nullable;

/** A kit client that is not ours: a socket and lines. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Nullable
    String line() throws IOException {
        return in.readLine();
    }

    @Nullable
    String ask(String request) throws IOException {
        send((request + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return line();
    }

    /** Wakes the element, sends it a command, puts it to idle, and returns the answer to the command. */
    @Nullable
    String talk(CommandPacket command) throws IOException {
        ask("E:w()");
        String answer = ask("E:t(" + HexFormat.of().withUpperCase().formatHex(command.encode()) + ")");
        ask("E:i()");
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
