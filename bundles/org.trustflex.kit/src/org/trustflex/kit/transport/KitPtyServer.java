package org.trustflex.kit.transport;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitBusy;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.RequestAssembler;

import org.jspecify.annotations.Nullable;

/**
 * The device end of the kit protocol on a pseudo terminal, for clients that know serial ports only. Answers that nobody
 * reads are dropped when the terminal is full, so that the kit never waits. A client has the kit from its first line until
 * the terminal is closed by all who opened it. Linux and macOS.
 */
public final class KitPtyServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KitPtyServer.class.getName());
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int CHUNK = 4096;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final LinkedPty linked;
    private final Pty pty;
    private final Supplier<KitProgram> programs;
    private final KitFault fault;
    private final KitTurn turn;
    private final Thread thread;
    private RequestAssembler assembler = new RequestAssembler();
    private @Nullable KitWire wire;
    private boolean ours;
    private boolean torn;
    private volatile boolean closing;

    private KitPtyServer(LinkedPty linked, Supplier<KitProgram> programs, KitFault fault, KitTurn turn) {
        this.linked = linked;
        this.pty = linked.pty();
        this.programs = programs;
        this.fault = fault;
        this.turn = turn;
        thread = KitConnection.thread("trustflex-kit-pty-" + pty.name(), this::serve);
    }

    /**
     * Makes a terminal and starts to serve it.
     *
     * @param link     where a symbolic link to the terminal is made; one that leads nowhere any more is replaced
     * @param programs gives the kit program for each client, in the thread that then uses it
     * @param turn     whose turn it is, shared with the other servers of the same kit
     * @throws LinkFailed if this system has no such terminals, or the link can't be made
     */
    public static KitPtyServer at(Path link, Supplier<KitProgram> programs, KitTurn turn) throws LinkFailed {
        return at(link, programs, KitFault.NONE, turn);
    }

    /**
     * Makes a terminal and starts to serve it.
     *
     * @param link     where a symbolic link to the terminal is made; one that leads nowhere any more is replaced
     * @param programs gives the kit program for each client, in the thread that then uses it
     * @param fault    what happens to requests and answers on the way
     * @param turn     whose turn it is, shared with the other servers of the same kit
     * @throws LinkFailed if this system has no such terminals, or the link can't be made
     */
    public static KitPtyServer at(Path link, Supplier<KitProgram> programs, KitFault fault, KitTurn turn)
            throws LinkFailed {
        LinkedPty linked = LinkedPty.open(link);
        KitPtyServer server = new KitPtyServer(linked, programs, fault, turn);
        server.thread.start();
        return server;
    }

    /** The symbolic link that clients open. */
    public Path link() {
        return linked.link();
    }

    /** The terminal itself, such as "/dev/pts/3". */
    public String terminal() {
        return pty.name();
    }

    private void serve() {
        byte[] chunk = new byte[CHUNK];
        try {
            while (!closing) {
                switch (pty.await(LOOK)) {
                    case INPUT -> take(chunk);
                    case NOBODY -> rest();
                    case SILENCE -> {
                        // The client thinks.
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The kit's terminal " + pty.name() + " broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
            pty.close();
        }
    }

    private void take(byte[] chunk) throws IOException {
        int length;
        try {
            length = pty.read(chunk);
        } catch (EOFException gone) {
            LOG.log(Level.DEBUG, "The client at " + pty.name() + " has gone", gone);
            return;
        }
        for (String request : assembler.accept(chunk, length)) {
            for (String line : answers(request)) {
                send(line);
            }
        }
    }

    private List<String> answers(String request) {
        ours = ours || turn.takeSoon(pty.name());
        if (!ours) {
            return List.of(KitBusy.line(turn.holder().orElse("another client")));
        }
        try {
            KitWire known = wire;
            if (known == null) {
                known = new KitWire(programs.get(), fault);
                wire = known;
            }
            return known.carry(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The kit could not answer at " + pty.name(), e);
            return List.of(request);
        }
    }

    /** What does not fit any more is dropped; the line that was begun then ends before the next one. */
    private void send(String line) throws IOException {
        byte[] bytes = ((torn ? "\n" : "") + line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        int sent = pty.write(bytes);
        torn = sent == 0 ? torn : sent < bytes.length;
    }

    /** Waits for the next client: a terminal that nobody has open says so at once, whoever asks. */
    private void rest() throws InterruptedException {
        leave();
        assembler = new RequestAssembler();
        Thread.sleep(LOOK.toMillis());
    }

    private void leave() {
        wire = null;
        if (ours) {
            ours = false;
            turn.giveBack();
        }
    }

    /** Stops serving; a command that runs is answered first. Takes the link away. May be called again. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        linked.removeLink();
    }
}
