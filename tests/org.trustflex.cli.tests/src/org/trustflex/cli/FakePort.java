package org.trustflex.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.trustflex.board.KitServer;
import org.trustflex.board.PoweredBoard;
import org.trustflex.kit.transport.Pty;

/** A simulated board at the end of a cable: a pseudo terminal that others open, and that is unplugged when it is told. */
final class FakePort implements AutoCloseable {

    private static final int REPORT = 64;
    private static final Duration LOOK = Duration.ofMillis(20);

    private final PoweredBoard board;
    private final KitServer server;
    private final RawClient kit;
    private final Pty pty = Pty.open();
    private final boolean reports;
    private final AtomicInteger left;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;
    private int position;
    private volatile boolean closing;

    private FakePort(Shell shell, String name, int lines, boolean reports) throws Exception {
        this.reports = reports;
        left = new AtomicInteger(lines);
        board = shell.boards().simulated().get(name).power("cable");
        server = board.serveKit(0);
        kit = new RawClient(server.port());
        thread = new Thread(this::serve, "fake-port");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lines as they are. @param lines after so many of them the board is unplugged, before it answers */
    static FakePort serial(Shell shell, String name, int lines) throws Exception {
        return new FakePort(shell, name, lines, false);
    }

    /** Lines in 64-byte reports. @param lines after so many of them the board is unplugged, before it answers */
    static FakePort hid(Shell shell, String name, int lines) throws Exception {
        return new FakePort(shell, name, lines, true);
    }

    /** What is opened, such as "/dev/pts/3". */
    String name() {
        return pty.name();
    }

    /** Takes away the permission, which root without its privileges has not either. */
    void forbid() throws IOException {
        Files.setPosixFilePermissions(Path.of(name()), PosixFilePermissions.fromString("---------"));
    }

    /** Gives its owner the permission, as the operating system does a moment after a board was plugged in. */
    void allow() throws IOException {
        Files.setPosixFilePermissions(Path.of(name()), PosixFilePermissions.fromString("rw-------"));
    }

    private void serve() {
        byte[] chunk = new byte[4096];
        try {
            while (!closing) {
                if (pty.await(LOOK) == Pty.Moment.INPUT) {
                    int length = pty.read(chunk);
                    for (int i = 0; i < length; i++) {
                        take(chunk[i]);
                    }
                } else {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException unplugged) {
            // The client has gone, or the board was unplugged.
            closing = true;
        } finally {
            pty.close();
        }
    }

    /** The first byte of a report is its id, which a real device node takes away. */
    private void take(byte next) throws IOException {
        boolean id = reports && position == 0;
        position = (position + 1) % (1 + REPORT);
        if (next == '\n' && !id) {
            if (left.getAndDecrement() <= 0) {
                throw new IOException("unplugged");
            }
            answer(kit.ask(line.toString()));
            line.setLength(0);
        } else if (next != 0 && !id) {
            line.append((char) (next & 0xFF));
        }
    }

    private void answer(String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += REPORT) {
            pty.write(Arrays.copyOfRange(bytes, from, reports ? from + REPORT : Math.min(bytes.length, from + REPORT)));
        }
    }

    @Override
    public void close() throws Exception {
        closing = true;
        thread.join();
        kit.close();
        server.close();
        board.close();
    }
}
