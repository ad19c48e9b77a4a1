package org.trustflex.samd21.debug;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.trustflex.samd21.RunningPart;

import org.jspecify.annotations.Nullable;

/**
 * OpenOCD's remote_bitbang protocol on a TCP port of this machine, for one client after the other. In OpenOCD:
 *
 * <pre>
 * adapter driver remote_bitbang; remote_bitbang host localhost; remote_bitbang port PORT; transport select jtag
 * </pre>
 */
public final class BitbangServer implements AutoCloseable {

    private static final int BUFFER = 4096;

    private final ServerSocket listening;
    private final JtagPort jtag;
    private final ResetPin reset;
    private final Thread thread;
    private volatile @Nullable Socket client;
    private boolean clockHigh;

    private BitbangServer(ServerSocket listening, RunningPart part) {
        this.listening = listening;
        DebugAccess access = new DebugAccess(part);
        this.jtag = new JtagPort(access);
        this.reset = new ResetPin(part, access);
        this.thread = new Thread(this::serve, "TrustFLEX debug port");
        thread.setDaemon(true);
    }

    /**
     * Opens the debug port of a part on TCP.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static BitbangServer open(RunningPart part, int port) throws IOException {
        BitbangServer server = new BitbangServer(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), part);
        server.thread.start();
        return server;
    }

    /** The TCP port. */
    public int port() {
        return listening.getLocalPort();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                client = socket;
                socket.setTcpNoDelay(true);
                jtag.reset();
                talk(socket.getInputStream(), socket.getOutputStream());
            } catch (IOException e) {
                // The client went away, or this server was closed: the loop's condition tells which.
                client = null;
            }
        }
    }

    private void talk(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        int count = in.read(buffer);
        while (count >= 0) {
            for (int index = 0; index < count; index++) {
                if (buffer[index] == 'Q') {
                    return;
                }
                handle(buffer[index], answers);
            }
            if (answers.size() > 0) {
                out.write(answers.toByteArray());
                out.flush();
                answers.reset();
            }
            count = in.read(buffer);
        }
    }

    private void handle(int command, ByteArrayOutputStream answers) {
        if (command >= '0' && command <= '7') {
            int lines = command - '0';
            boolean high = (lines & 4) != 0;
            if (high && !clockHigh) {
                jtag.clock((lines & 2) != 0, (lines & 1) != 0);
            }
            clockHigh = high;
        } else if (command == 'R') {
            answers.write(jtag.tdo() ? '1' : '0');
        } else if (command >= 'r' && command <= 'u') {
            int lines = command - 'r';
            if ((lines & 2) != 0) {
                jtag.reset();
            }
            reset.drive((lines & 1) == 0);
        }
        // B and b blink a light that nobody has.
    }

    /** Closes the port and drops its client. */
    @Override
    public void close() throws IOException {
        listening.close();
        Socket connected = client;
        if (connected != null) {
            connected.close();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
