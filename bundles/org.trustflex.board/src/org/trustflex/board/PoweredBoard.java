package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.machine.ProgramMemory;
import org.trustflex.board.machine.SimulatedMcu;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.InMemoryKit;

import org.jspecify.annotations.Nullable;

/**
 * A simulated board with power. As long as it is open nobody else can open the board. While the factory program is in the
 * flash of its MCU the board is a kit, from power-on to power-off, and does not cycle the power of the elements between its
 * clients. Any other program has the elements to itself when it is run. Safe for several threads.
 */
public final class PoweredBoard implements AutoCloseable {

    static final String POWER_CUT = "power-cut";
    static final String STATUS = "status";
    static final String DONE = "done";

    private final BoardFolder folder;
    private final BoardLock lock;
    private final BoardElements elements;
    private final FlashFile flash;
    private final ProgramMemory memory;
    private final TraceWriter trace;
    private final PowerSupply supply;
    private final ArmedFaults faults;
    private final ControlServer control;
    private final KitServers servers;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable KitProgram kit;
    private @Nullable SimulatedMcu mcu;

    private PoweredBoard(BoardFolder folder, BoardLock lock, BoardElements elements, FlashFile flash,
            TraceWriter trace, PowerSupply supply, ArmedFaults faults) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.elements = elements;
        this.flash = flash;
        this.trace = trace;
        this.supply = supply;
        this.faults = faults;
        faults.onPower(this::cutPower);
        memory = new ProgramMemory(flash.memory(), flash);
        servers = new KitServers(folder, this::kit, faults);
        control = ControlServer.start(Map.of(POWER_CUT, this::cutPower, STATUS, () -> powered() ? "on" : "off"));
        memory.onKitChange(this::kitChanged);
        supply.onEnd(() -> inBackground("trustflex-board-power", this::endMcu));
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
        PowerSupply supply = new PowerSupply();
        TraceWriter trace = TraceWriter.open(folder);
        boolean started = false;
        try {
            ArmedFaults faults = ArmedFaults.take(folder);
            BoardElements elements = BoardElements.powerOn(folder, file, trace, faults, supply::end);
            FlashFile flash = FlashFile.open(folder, notKept -> {
                elements.powerOff();
                supply.fail(notKept);
            });
            PoweredBoard powered = new PoweredBoard(folder, lock, elements, flash, trace, supply, faults);
            started = true;
            return powered;
        } finally {
            if (!started) {
                trace.close();
            }
        }
    }

    /** The program in the flash of its MCU. */
    public FlashedProgram program() {
        return memory.program();
    }

    /** Its MCU, which begins at its reset vector when it is run for the first time, and stands still until then. */
    public synchronized Mcu mcu() {
        SimulatedMcu known = mcu;
        if (known == null) {
            known = new SimulatedMcu(memory, elements.onBus(), elements.clock(), this::lost);
            mcu = known;
        }
        return known;
    }

    /**
     * Serves the kit protocol on a TCP port of this machine, one client at a time. The kit program and the elements go
     * on from one client to the next as they are left. When the power goes, the server ends. When another program gets
     * into the flash, the clients are turned out and nobody is at the port until the kit is back.
     *
     * @param tcpPort 0 to 65535; 0 takes any that is free
     * @throws LinkFailed if the port is taken or not allowed, the board is served already, its MCU runs another program,
     *                    or there is no power any more
     */
    public KitServer serveKit(int tcpPort) throws LinkFailed {
        requireKit();
        KitServer server = servers.serve(tcpPort);
        endWithoutPower();
        return server;
    }

    /**
     * Serves the kit protocol on a pseudo terminal, in turn with the clients of {@link #serveKit}. When the power or the
     * kit goes, the terminal goes.
     *
     * @param link where a symbolic link to the terminal is made
     * @throws LinkFailed if this system has no such terminals, something else is at that place, the board is served on a
     *                    terminal already, its MCU runs another program, or there is no power any more
     */
    public KitTerminal serveKit(Path link) throws LinkFailed {
        requireKit();
        KitTerminal terminal = servers.serve(link);
        endWithoutPower();
        return terminal;
    }

    private void requireKit() throws LinkFailed {
        if (!memory.isKit()) {
            throw new LinkFailed(Messages.text("program.nokit", folder.id(), program().text()));
        }
    }

    private void endWithoutPower() throws LinkFailed {
        Optional<LinkFailed> lost = lost();
        if (lost.isPresent()) {
            servers.close();
            throw lost.get();
        }
    }

    /** Whether the board has power: until it is cut, fails, or the board is closed. */
    public boolean powered() {
        return supply.isOn();
    }

    /**
     * Waits until there is no power any more, for a program that only serves.
     *
     * @return whether that happened in time
     * @throws InterruptedException if the thread was interrupted
     */
    public boolean awaitPowerOff(Duration patience) throws InterruptedException {
        return supply.awaitEnd(patience);
    }

    /** Opens a session with the element that closes the board with itself. */
    SecureElement openSession(int address) throws ElementException {
        requireKit();
        Optional<String> damage = elements.damage(address);
        if (damage.isPresent()) {
            throw new LinkFailed(Messages.text("neighbour.unusable", address, folder.name(), damage.get()));
        }
        KitSession session = new KitSession(InMemoryKit.link(kit(), faults));
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

    private synchronized KitProgram kit() {
        KitProgram running = kit;
        if (running == null) {
            running = new KitProgram(elements.bus());
            kit = running;
        }
        return running;
    }

    /** Called while the MCU is held: whoever waits for something else does it in another thread. */
    private void kitChanged() {
        inBackground("trustflex-board-kit", () -> {
            boolean present = memory.isKit();
            SimulatedMcu known = knownMcu();
            if (!present) {
                forgetKit();
            }
            if (known != null) {
                known.updatePace();
            }
            servers.follow(present);
        });
    }

    private synchronized void forgetKit() {
        kit = null;
    }

    private synchronized @Nullable SimulatedMcu knownMcu() {
        return mcu;
    }

    /** What is known here and not at the other end of the link: where the power has gone. */
    LinkFailed explain(LinkFailed failed) {
        Optional<? extends Exception> failure = elements.failure();
        if (failure.isEmpty()) {
            failure = supply.failure();
        }
        if (failure.isPresent()) {
            return new LinkFailed(
                    Messages.text("power.files", folder.id(), String.valueOf(failure.get().getMessage())), failed);
        }
        return supply.isCut() ? new LinkFailed(Messages.text("power.cut", folder.id()), failed) : failed;
    }

    private Optional<LinkFailed> lost() {
        return powered() ? Optional.empty()
                : Optional.of(explain(new LinkFailed(Messages.text("power.off", folder.id()))));
    }

    /** Takes the power away at once, between two commands; the board's holder finds out with the next one. */
    private String cutPower() {
        elements.powerOff();
        supply.cut();
        inBackground("trustflex-board-power-cut", servers::close);
        return DONE;
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void endMcu() {
        SimulatedMcu known = knownMcu();
        if (known != null) {
            known.close();
        }
    }

    /**
     * Powers off: EEPROM and flash stay, volatile memory is lost. Then others may open the board. May be called again.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        servers.close();
        control.close();
        supply.end();
        endMcu();
        elements.powerOff();
        flash.close();
        trace.close();
        lock.close();
    }
}
