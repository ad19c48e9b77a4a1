package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.kit.transport.KitPtyServer;
import org.trustflex.kit.transport.KitSessionListener;
import org.trustflex.kit.transport.KitTcpServer;
import org.trustflex.kit.transport.KitTurn;
import org.trustflex.simulator.eeprom.EepromNotSaved;

import org.jspecify.annotations.Nullable;

/**
 * A simulated board with power. As long as it is open nobody else can open the board. Its kit program runs from power-on
 * to power-off, and does not cycle the power of the elements between its clients. Safe for several threads.
 */
public final class PoweredBoard implements AutoCloseable {

    static final String POWER_CUT = "power-cut";
    static final String STATUS = "status";
    static final String DONE = "done";

    private final BoardFolder folder;
    private final BoardLock lock;
    private final BoardElements elements;
    private final TraceWriter trace;
    private final KitProgram program;
    private final ControlServer control;
    private final CountDownLatch off;
    private final KitTurn turn = new KitTurn();
    private final AtomicReference<@Nullable KitTcpServer> served = new AtomicReference<>();
    private final AtomicReference<@Nullable KitPtyServer> terminal = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean cut;

    private PoweredBoard(BoardFolder folder, BoardLock lock, BoardElements elements, TraceWriter trace,
            CountDownLatch off) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.elements = elements;
        this.trace = trace;
        this.off = off;
        program = new KitProgram(elements.bus());
        control = ControlServer.start(Map.of(POWER_CUT, this::cutPower, STATUS, () -> powered() ? "on" : "off"));
    }

    /**
     * Takes the lock and gives power.
     *
     * @throws LinkFailed if somebody has the board or its files can't be used; the lock is then free again
     */
    static PoweredBoard on(BoardFolder folder, BoardFile file, String purpose) throws LinkFailed {
        BoardLock lock = BoardLock.take(folder);
        PoweredBoard powered = null;
        boolean noted = false;
        try {
            powered = start(folder, lock, file);
            lock.note(Holder.self(purpose, Optional.of(powered.control.address())));
            noted = true;
            return powered;
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("power.files", folder.id(), String.valueOf(failed.getMessage())),
                    failed);
        } finally {
            if (powered == null) {
                lock.close();
            } else if (!noted) {
                powered.close();
            }
        }
    }

    private static PoweredBoard start(BoardFolder folder, BoardLock lock, BoardFile file)
            throws IOException {
        TraceWriter trace = TraceWriter.open(folder);
        boolean started = false;
        try {
            CountDownLatch off = new CountDownLatch(1);
            BoardElements elements = BoardElements.powerOn(folder, file, trace, off::countDown);
            PoweredBoard powered = new PoweredBoard(folder, lock, elements, trace, off);
            started = true;
            return powered;
        } finally {
            if (!started) {
                trace.close();
            }
        }
    }

    /**
     * Serves the kit protocol on a TCP port of this machine, one client at a time. The kit program and the elements go
     * on from one client to the next as they are left. When the power goes, the server ends.
     *
     * @param tcpPort 0 to 65535; 0 takes any that is free
     * @throws LinkFailed if the port is taken or not allowed, the board is served already, or there is no power any more
     */
    public KitServer serveKit(int tcpPort) throws LinkFailed {
        KitTcpServer server = KitTcpServer.onLoopback(tcpPort, () -> program, KitSessionListener.NONE,
                turn);
        KitTcpServer other = served.compareAndExchange(null, server);
        if (other != null) {
            server.close();
            throw new LinkFailed(Messages.text("serve.twice", folder.id(), other.port()));
        }
        if (!powered()) {
            stopServing();
            throw explain(new LinkFailed(Messages.text("power.off", folder.id())));
        }
        return new ServedKit(server, () -> served.compareAndSet(server, null));
    }

    /**
     * Serves the kit protocol on a pseudo terminal, in turn with the clients of {@link #serveKit}. When the power goes, the
     * terminal goes.
     *
     * @param link where a symbolic link to the terminal is made
     * @throws LinkFailed if this system has no such terminals, something else is at that place, the board is served on a
     *                    terminal already, or there is no power any more
     */
    public KitTerminal serveKit(Path link) throws LinkFailed {
        KitPtyServer server = KitPtyServer.at(link, () -> program, turn);
        KitPtyServer other = terminal.compareAndExchange(null, server);
        if (other != null) {
            server.close();
            throw new LinkFailed(Messages.text("serve.terminal", folder.id(), other.link()));
        }
        if (!powered()) {
            stopServing();
            throw explain(new LinkFailed(Messages.text("power.off", folder.id())));
        }
        return new ServedTerminal(server, () -> terminal.compareAndSet(server, null));
    }

    /** Whether the elements have power: until it is cut, fails, or the board is closed. */
    public boolean powered() {
        return !cut && off.getCount() > 0 && elements.failure().isEmpty();
    }

    /**
     * Waits until there is no power any more, for a program that only serves.
     *
     * @return whether that happened in time
     * @throws InterruptedException if the thread was interrupted
     */
    public boolean awaitPowerOff(Duration patience) throws InterruptedException {
        return off.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Opens a session with the element that closes the board with itself. */
    SecureElement openSession(int address) throws ElementException {
        Optional<String> damage = elements.damage(address);
        if (damage.isPresent()) {
            throw new LinkFailed(Messages.text("neighbour.unusable", address, folder.name(), damage.get()));
        }
        KitSession session = new KitSession(InMemoryKit.link(program));
        boolean opened = false;
        try {
            SecureElement element = SecureElement.open(new BoardSession(session.select(address), this));
            opened = true;
            return element;
        } catch (LinkFailed failed) {
            throw explain(failed);
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }

    /** What is known here and not at the other end of the link: where the power has gone. */
    LinkFailed explain(LinkFailed failed) {
        Optional<EepromNotSaved> failure = elements.failure();
        if (failure.isPresent()) {
            return new LinkFailed(
                    Messages.text("power.files", folder.id(), String.valueOf(failure.get().getMessage())), failed);
        }
        return cut ? new LinkFailed(Messages.text("power.cut", folder.id()), failed) : failed;
    }

    /** Takes the power away at once, between two commands; the board's holder finds out with the next one. */
    private String cutPower() {
        cut = true;
        elements.powerOff();
        off.countDown();
        Thread farewell = new Thread(this::stopServing, "trustflex-board-power-cut");
        farewell.setDaemon(true);
        farewell.start();
        return DONE;
    }

    private void stopServing() {
        KitTcpServer server = served.getAndSet(null);
        if (server != null) {
            server.close();
        }
        KitPtyServer ended = terminal.getAndSet(null);
        if (ended != null) {
            ended.close();
        }
    }

    /** Powers off: the EEPROM stays, volatile memory is lost. Then others may open the board. May be called again. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        stopServing();
        control.close();
        elements.powerOff();
        off.countDown();
        trace.close();
        lock.close();
    }

    /** A terminal as those see it who can't see the kit's own classes. */
    private record ServedTerminal(KitPtyServer server, Runnable afterwards) implements KitTerminal {

        @Override
        public Path link() {
            return server.link();
        }

        @Override
        public String terminal() {
            return server.terminal();
        }

        @Override
        public void close() {
            server.close();
            afterwards.run();
        }
    }

    /** A server as those see it who can't see the kit's own classes. */
    private record ServedKit(KitTcpServer server, Runnable afterwards) implements KitServer {

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public void close() {
            server.close();
            afterwards.run();
        }
    }
}
