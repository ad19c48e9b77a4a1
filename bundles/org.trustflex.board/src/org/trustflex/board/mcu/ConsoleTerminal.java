package org.trustflex.board.mcu;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.transport.LinkedPty;
import org.trustflex.kit.transport.Pty.Moment;

/**
 * A console on a pseudo terminal, for programs that know serial ports only. What is printed while nobody has it open is
 * lost, as on a serial port. Linux and macOS.
 */
public final class ConsoleTerminal implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ConsoleTerminal.class.getName());
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration REST = Duration.ofMillis(50);
    private static final int CHUNK = 1024;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Console console;
    private final LinkedPty linked;
    private final ConsoleQueue queue = new ConsoleQueue();
    private final Thread thread;
    private volatile boolean closing;

    private ConsoleTerminal(Console console, LinkedPty linked) {
        this.console = console;
        this.linked = linked;
        thread = new Thread(this::serve, "trustflex-console-" + linked.terminal());
        thread.setDaemon(true);
    }

    /**
     * Begins to serve.
     *
     * @param link where a symbolic link to the terminal is made; one that leads nowhere any more is replaced
     * @throws LinkFailed if this system has no such terminals, or the link can't be made
     */
    public static ConsoleTerminal at(Console console, Path link) throws LinkFailed {
        ConsoleTerminal terminal = new ConsoleTerminal(console, LinkedPty.open(link));
        console.listen(terminal.queue);
        terminal.thread.start();
        return terminal;
    }

    /** The symbolic link that others open. */
    public Path link() {
        return linked.link();
    }

    /** The terminal itself, such as "/dev/pts/3". */
    public String terminal() {
        return linked.terminal();
    }

    private void serve() {
        byte[] chunk = new byte[CHUNK];
        try {
            while (!closing) {
                Moment moment = linked.pty().await(LOOK);
                byte[] printed = queue.take(moment == Moment.NOBODY ? REST : Duration.ZERO);
                if (moment != Moment.NOBODY && printed.length > 0) {
                    // What does not fit is lost.
                    linked.pty().write(printed);
                }
                if (moment == Moment.INPUT) {
                    take(chunk);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The console's terminal " + linked.terminal() + " broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            linked.pty().close();
        }
    }

    private void take(byte[] chunk) throws IOException {
        try {
            int length = linked.pty().read(chunk);
            console.send(Arrays.copyOf(chunk, Math.max(0, length)));
        } catch (EOFException gone) {
            LOG.log(Level.DEBUG, "The client at " + linked.terminal() + " has gone", gone);
        }
    }

    /** Stops serving and takes the link away. May be called again. */
    @Override
    public void close() {
        closing = true;
        console.forget(queue);
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        linked.removeLink();
    }
}
