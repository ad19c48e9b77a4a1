package org.trustflex.board.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.mcu.Console;
import org.trustflex.board.mcu.DebugPort;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.McuListener;
import org.trustflex.board.mcu.McuState;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.mcu.StatusLed;
import org.trustflex.samd21.Pace;
import org.trustflex.samd21.ResetCause;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;
import org.trustflex.samd21.UnmodelledAccess;
import org.trustflex.samd21.debug.BitbangServer;

import org.jspecify.annotations.Nullable;

/**
 * The SAMD21E18A of a simulated board, wired as on the real one (DM320118, as the vendor's examples set its pins): SERCOM2
 * at PA08 and PA09 is the I2C bus of the secure elements, SERCOM3 at PA22 and PA23 the console, PA02 the status LED. While
 * the factory program is in its flash, the elements are the kit's, and the MCU's I2C bus leads nowhere.
 */
public final class SimulatedMcu implements Mcu, AutoCloseable {

    private static final int I2C = 2;
    private static final int DATA_PIN = 8;
    private static final int CLOCK_PIN = 9;
    private static final int UART = 3;
    private static final int TRANSMIT_PIN = 22;
    private static final int RECEIVE_PIN = 23;
    private static final int LED_PIN = 2;
    private static final Duration SLICE = Duration.ofMillis(10);
    private static final int MOST_REPORTS = 1000;

    private final ProgramMemory memory;
    private final McuPower power;
    private final RunningPart running;
    private final UartConsole console;
    private final PinLed led;
    private final List<McuListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable BitbangServer> debug = new AtomicReference<>();
    private volatile @Nullable Speed speed;
    private volatile boolean closed;

    /**
     * Gives power to the MCU of a board.
     *
     * @param memory   its program
     * @param elements what is on its I2C bus
     * @param clock    the board's device time, which goes on with the MCU from now on
     * @param power    says whether there is still power
     */
    public SimulatedMcu(ProgramMemory memory, List<ElementOnBus> elements, BoardClock clock, McuPower power) {
        this.memory = memory;
        this.power = power;
        Samd21 part = Samd21.powerOn(memory.memory());
        for (ElementOnBus element : elements) {
            part.connectI2c(I2C, DATA_PIN, CLOCK_PIN,
                    new ElementOnI2c(element, () -> !memory.isKit(), () -> clock.follow(part.time())));
        }
        console = new UartConsole(this::type, this::report);
        part.listenUart(UART, TRANSMIT_PIN, console);
        led = new PinLed(() -> state().time());
        part.listenPin(LED_PIN, led);
        part.onUnmodelledAccess(this::report);
        running = RunningPart.start(part, Pace.STOPPED);
    }

    private void type(byte[] bytes) {
        running.call(part -> {
            part.sendUart(UART, RECEIVE_PIN, Console.BAUD, bytes);
            return bytes;
        });
    }

    private void report(UnmodelledAccess access) {
        if (memory.isKit()) {
            // The vendor's image, whose work the simulated kit program does.
            return;
        }
        String key = switch (access.reason()) {
            case NOT_SIMULATED -> "report.register";
            case FUNCTION_NOT_SIMULATED -> "report.function";
            case CLOCK_OFF -> "report.clock";
        };
        report(Messages.text(key, Messages.text(access.write() ? "report.write" : "report.read"), access.address(),
                access.pc(), access.value()));
    }

    private void report(String sentence) {
        if (reported.size() < MOST_REPORTS && reported.add(sentence)) {
            listeners.forEach(listener -> listener.reported(sentence));
        }
    }

    @Override
    public FlashedProgram program() {
        return running.call(part -> memory.program());
    }

    @Override
    public Programmer programmer() {
        return new OwnProgrammer(running, memory, power);
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public StatusLed statusLed() {
        return led;
    }

    @Override
    public McuState state() {
        return running.call(part -> new McuState(part.time(), part.cycles(), part.programCounter(), part.isLockedUp(),
                part.isHalted()));
    }

    @Override
    public void listen(McuListener listener) {
        listeners.add(listener);
    }

    @Override
    public void run(Duration deviceTime) {
        if (isRunning()) {
            throw new IllegalStateException("It runs by itself");
        }
        Duration end = state().time().plus(deviceTime);
        boolean more = true;
        while (more) {
            // In slices, so that others get a word in, and see the power go.
            more = running.call(part -> runSlice(part, end));
        }
    }

    private boolean runSlice(Samd21 part, Duration end) {
        Duration left = end.minus(part.time());
        if (closed || part.isHalted() || left.isNegative() || left.isZero() || power.lost().isPresent()) {
            return false;
        }
        part.run(left.compareTo(SLICE) < 0 ? left : SLICE);
        return true;
    }

    @Override
    public void start(Speed wanted) {
        speed = wanted;
        updatePace();
    }

    @Override
    public void stop() {
        speed = null;
        updatePace();
    }

    @Override
    public boolean isRunning() {
        return speed != null;
    }

    /** Follows a change of what is in the flash, or of the speed: the factory program sleeps, and need not do so fast. */
    public void updatePace() {
        Speed wanted = speed;
        if (wanted == null || closed) {
            running.setPace(Pace.STOPPED);
        } else {
            running.setPace(wanted == Speed.REAL || memory.isKit() ? Pace.REAL_TIME : Pace.FULL_SPEED);
        }
    }

    @Override
    public void reset() {
        running.call(part -> {
            part.reset(ResetCause.EXTERNAL);
            return part;
        });
    }

    @Override
    public DebugPort serveDebug(int tcpPort) throws LinkFailed {
        Optional<LinkFailed> lost = power.lost();
        if (lost.isPresent()) {
            throw lost.get();
        }
        BitbangServer server;
        try {
            server = BitbangServer.open(running, tcpPort);
        } catch (IOException | IllegalArgumentException taken) {
            throw new LinkFailed(Messages.text("debug.port", tcpPort, taken.getMessage()), taken);
        }
        BitbangServer other = debug.compareAndExchange(null, server);
        if (other != null) {
            close(server);
            throw new LinkFailed(Messages.text("debug.twice", other.port()));
        }
        if (!isRunning()) {
            start(Speed.MAX);
        }
        return new ServedDebugPort(server.port(), () -> {
            if (debug.compareAndSet(server, null)) {
                close(server);
            }
        });
    }

    private static void close(BitbangServer server) {
        try {
            server.close();
        } catch (IOException e) {
            System.getLogger(SimulatedMcu.class.getName()).log(System.Logger.Level.DEBUG, "The debug port", e);
        }
    }

    /** Takes the power away: nothing runs any more, and the debug port is closed. May be called again. */
    @Override
    public void close() {
        closed = true;
        running.setPace(Pace.STOPPED);
        BitbangServer server = debug.getAndSet(null);
        if (server != null) {
            close(server);
        }
        running.close();
    }

    /** A debug port as those see it who can't see the MCU's own classes. */
    private record ServedDebugPort(int port, Runnable closing) implements DebugPort {

        @Override
        public void close() {
            closing.run();
        }
    }
}
