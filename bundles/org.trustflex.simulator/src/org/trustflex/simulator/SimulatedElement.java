package org.trustflex.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.packet.ClockDivider;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.Eeprom;
import org.trustflex.simulator.chip.HardwareFaults;
import org.trustflex.simulator.chip.Sram;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.commands.CommandOutcome;
import org.trustflex.simulator.commands.CommandSet;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromNotSaved;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.PowerLost;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.ExecutionTimes;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.VirtualClock;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * A simulated ATECC608B secure element, from power-on to power-off, as the bus sees it. Powering it on again is a new
 * object on the same {@link EepromStore}.
 *
 * <p>After power-on it is asleep. A wake pulse starts the watchdog, which puts it to sleep 1.3 s of device time later
 * (10 s if ChipMode says so), whatever goes on; only idle and sleep stop that. A command that could not end before is
 * answered with EE and not executed (508A data sheet, section 9.1.6). Each command advances the clock by its execution
 * time.
 *
 * <p>Safe for several threads: calls wait for each other, so that power goes between commands. Power that goes in the
 * middle of one is what {@link PowerLost} is for.
 */
public final class SimulatedElement {

    private static final byte[] AFTER_WAKE = HexFormat.of().parseHex("04113343");
    /** What the vendor's host library knows as the answer; its checksum is not the one of these two bytes. */
    private static final byte[] SELF_TEST_FAILED = HexFormat.of().parseHex("0407c440");
    private static final Duration WATCHDOG = Duration.ofMillis(1300);
    private static final Duration LONG_WATCHDOG = Duration.ofSeconds(10);
    private static final int LONG_WATCHDOG_BIT = 0x04;

    private final Chip chip;
    private final CommandSet commands = CommandSet.atecc608();
    private final VirtualClock clock;
    private final TransactionListener listener;
    private PowerState power = PowerState.ASLEEP;
    private Duration wokenAt = Duration.ZERO;
    private int i2cAddress;

    private SimulatedElement(Chip chip, VirtualClock clock, TransactionListener listener) {
        this.chip = chip;
        this.clock = clock;
        this.listener = listener;
        this.i2cAddress = chip.configuration().i2cAddress();
    }

    /**
     * Gives power to an element.
     *
     * @param store    its EEPROM; loaded now, saved before each answer of a command that changed it
     * @param settings what it does where nobody knows
     * @param entropy  its random number generator
     * @param clock    device time
     * @param listener sees every command
     * @throws IOException if the EEPROM can't be loaded
     */
    public static SimulatedElement powerOn(EepromStore store, SimulatorSettings settings, Entropy entropy,
            VirtualClock clock, TransactionListener listener) throws IOException {
        return new SimulatedElement(new Chip(new Eeprom(store), settings, entropy), clock, listener);
    }

    /**
     * The address on the bus in 8-bit notation, such as 0x6C. One that was changed by UpdateExtra counts after sleep or
     * power-off (TFLXTLS data sheet, section 2.1.1).
     */
    public synchronized int i2cAddress() {
        return i2cAddress;
    }

    /**
     * The wake pulse. While the element is awake it is ignored and does not restart the watchdog.
     *
     * @return the four bytes 04 11 33 43, or 04 07 C4 40 if the configuration asks for self-tests and one failed; or
     *         nothing without power
     */
    public synchronized Optional<byte[]> wake() {
        expireWatchdog();
        if (power == PowerState.OFF) {
            return Optional.empty();
        }
        if (power != PowerState.AWAKE) {
            power = PowerState.AWAKE;
            wokenAt = clock.now();
            testAfterWake();
        }
        byte[] answer = chip.sram().selfTestFailures() == 0 ? AFTER_WAKE : SELF_TEST_FAILED;
        return Optional.of(answer.clone());
    }

    /** A wake pulse clears the failure register (TFLXTLS data sheet, section 5.1.7). */
    private void testAfterWake() {
        chip.sram().setSelfTestFailures(0);
        if (chip.configuration().powerOnSelfTest()) {
            chip.selfTest(SelfTestMode.ALL);
        }
    }

    /** Word address 02: stops the watchdog and keeps volatile memory. Does nothing unless awake. */
    public synchronized void idle() {
        expireWatchdog();
        if (power == PowerState.AWAKE) {
            power = PowerState.IDLE;
        }
    }

    /**
     * Word address 01: stops the watchdog and clears volatile memory. Does nothing unless awake: an idle element hears
     * only a wake pulse.
     *
     * @return whether the element was awake and so acknowledged
     */
    public synchronized boolean sleep() {
        expireWatchdog();
        if (power != PowerState.AWAKE) {
            return false;
        }
        fallAsleep();
        return true;
    }

    /** Takes the power away, for good: volatile memory is lost and nothing is answered any more. */
    public synchronized void powerOff() {
        chip.sram().clear();
        chip.setPersistentLatch(false);
        chip.setSecureBootProhibited(false);
        power = PowerState.OFF;
    }

    /**
     * Word address 03: one command.
     *
     * @param packet the whole command, count to checksum; anything else is answered with FF
     * @return the whole response, count to checksum, or nothing if the element is not awake or lost its power
     * @throws EepromNotSaved if the command changed the EEPROM and the store failed; the element is then off
     */
    public synchronized Optional<byte[]> execute(byte[] packet) {
        expireWatchdog();
        if (power != PowerState.AWAKE) {
            return Optional.empty();
        }
        Optional<CommandPacket> command = CommandPacket.parse(packet);
        Duration started = clock.now();
        CommandOutcome outcome;
        try {
            outcome = command.isPresent() ? outcome(command.get())
                    : CommandOutcome.refused(Refusal.of(RefusalReason.COMMUNICATION));
        } catch (PowerLost | IOException failed) {
            powerOff();
            if (failed instanceof IOException notSaved) {
                throw new EepromNotSaved(notSaved);
            }
            return Optional.empty();
        }
        Duration executionTime = executionTime(command, outcome.status());
        clock.advance(executionTime);
        byte[] response = outcome.response().encode();
        listener.answered(new SimulatedTransaction(command, outcome.status(), response.length, outcome.refusal(),
                started, executionTime));
        return Optional.of(response);
    }

    private CommandOutcome outcome(CommandPacket command) throws IOException {
        Duration needed = executionTime(Optional.of(command), StatusCode.SUCCESS);
        if (watchdogLeft().compareTo(needed) < 0) {
            String name = command.opcode().map(Opcode::dataSheetName).orElse("the command");
            return CommandOutcome.refused(Refusal.of(RefusalReason.WATCHDOG, name));
        }
        return commands.execute(command, chip);
    }

    private Duration executionTime(Optional<CommandPacket> command, StatusCode status) {
        ExecutionTimes times = chip.settings().executionTimes();
        Optional<Opcode> opcode = command.flatMap(CommandPacket::opcode);
        boolean carriedOut = status == StatusCode.SUCCESS || status == StatusCode.MISCOMPARE;
        ClockDivider divider = chip.configuration().clockDivider();
        return opcode.isPresent() && carriedOut ? times.of(opcode.get(), divider) : times.ofRefusal();
    }

    private void expireWatchdog() {
        if (power == PowerState.AWAKE && watchdogLeft().compareTo(Duration.ZERO) <= 0) {
            fallAsleep();
        }
    }

    private Duration watchdogLeft() {
        ConfigurationZone zone = chip.configuration();
        Duration watchdog = (zone.chipMode() & LONG_WATCHDOG_BIT) == 0 ? WATCHDOG : LONG_WATCHDOG;
        return wokenAt.plus(watchdog).minus(clock.now());
    }

    private void fallAsleep() {
        chip.sram().clear();
        i2cAddress = chip.configuration().i2cAddress();
        power = PowerState.ASLEEP;
    }

    /** The EEPROM now: a snapshot that costs nothing. */
    public synchronized EepromImage eeprom() {
        return chip.image();
    }

    /** The whole element now, to come back to it with {@link #restore}. */
    public synchronized ElementSnapshot snapshot() {
        expireWatchdog();
        return new ElementSnapshot(chip.save(), power, clock.now().minus(wokenAt), i2cAddress);
    }

    /**
     * Goes back to an earlier moment, of this element or of another one, even after power-off. Device time does not go
     * back: the watchdog has as much time left as it had then.
     *
     * @throws IOException if the EEPROM can't be saved; the element is then as it was before
     */
    public synchronized void restore(ElementSnapshot snapshot) throws IOException {
        chip.restore(snapshot.chip());
        power = snapshot.power();
        wokenAt = clock.now().minus(snapshot.awakeFor());
        i2cAddress = snapshot.i2cAddress();
    }

    /** What is wrong with the silicon: nothing, until somebody asks for a fault. */
    public HardwareFaults faults() {
        return chip.faults();
    }

    /** The volatile side for viewers. */
    public synchronized ElementState state() {
        expireWatchdog();
        Sram sram = chip.sram();
        Optional<Duration> left = power == PowerState.AWAKE ? Optional.of(watchdogLeft()) : Optional.empty();
        return new ElementState(power, sram.tempKey().map(TempKey::flags), sram.messageDigestBuffer().isPresent(),
                left);
    }
}
