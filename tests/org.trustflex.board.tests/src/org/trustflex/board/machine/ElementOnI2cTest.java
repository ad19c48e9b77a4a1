package org.trustflex.board.machine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ClockDivider;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.SimulatedTransaction;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.SimulatorSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The element at the bus as the data sheets describe it, byte by byte and microsecond by microsecond: each rule with the
 * case that is just allowed and its nearest neighbour that is not.
 */
class ElementOnI2cTest {

    private static final int TRUST_FLEX = 0x36;
    private static final int TRUST_CUSTOM = 0x60;
    private static final byte[] AWAKE = HexFormat.of().parseHex("04113343");
    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration WAKE_DELAY = Duration.ofNanos(1_500_000);
    private static final Duration WATCHDOG = Duration.ofMillis(1300);
    private static final CommandPacket INFO = CommandPacket.of(Opcode.INFO, 0, 0);

    private final BoardClock clock = new BoardClock();
    private final List<SimulatedTransaction> transactions = new ArrayList<>();
    private final List<ElementOnI2c> bus = new ArrayList<>();
    private Duration time = Duration.ZERO;
    private boolean connected = true;

    @BeforeEach
    void wire() throws Exception {
        plug(new PartFactory(TrustFlexProfile.PROTOTYPE, SimulatorSettings.defaults(), Entropy.secure())
                .make(new SerialNumber("0123F51D0000000101"), Map.of(), SimulatorChain.otpZone()));
        plug(PartFactory.blank(new SerialNumber("0123F51D0000000201")));
    }

    private void plug(EepromImage image) throws Exception {
        ElementClock own = new ElementClock(clock);
        SimulatedElement element = SimulatedElement.powerOn(new MemoryEepromStore(image), SimulatorSettings.defaults(),
                Entropy.secure(), own, transactions::add);
        bus.add(new ElementOnI2c(new ElementOnBus(element, own, () -> {
            throw new AssertionError("its memory never fails");
        }), () -> connected, () -> clock.follow(time)));
    }

    private void pass(Duration duration) {
        time = time.plus(duration);
    }

    private void low(Duration duration) {
        bus.forEach(device -> device.dataLineLow(duration));
    }

    private void wake() {
        low(Duration.ofNanos(60_000));
        pass(WAKE_DELAY);
    }

    /** A start with an address; whether anybody acknowledged. */
    private boolean start(int address, boolean read) {
        boolean acknowledged = false;
        for (ElementOnI2c device : bus) {
            acknowledged |= device.addressed(address, read);
        }
        return acknowledged;
    }

    private void stop() {
        bus.forEach(ElementOnI2c::stopped);
    }

    /** A whole write without its stop; the number of bytes that were acknowledged, -1 if not even the address. */
    private int write(int... bytes) {
        if (!start(TRUST_FLEX, false)) {
            return -1;
        }
        int acknowledged = 0;
        for (int value : bytes) {
            acknowledged += bus.get(0).written(value) ? 1 : 0;
        }
        return acknowledged;
    }

    private int command(CommandPacket packet) {
        byte[] bytes = packet.encode();
        int[] all = new int[bytes.length + 1];
        all[0] = 3;
        for (int index = 0; index < bytes.length; index++) {
            all[index + 1] = bytes[index] & 0xFF;
        }
        return write(all);
    }

    private byte[] read(int count) {
        assertTrue(start(TRUST_FLEX, true), "it does not acknowledge to be read");
        byte[] bytes = new byte[count];
        for (int index = 0; index < count; index++) {
            bytes[index] = (byte) bus.get(0).read();
        }
        stop();
        return bytes;
    }

    private boolean isReadable() {
        boolean acknowledged = start(TRUST_FLEX, true);
        stop();
        return acknowledged;
    }

    @Test
    void sixtyMicrosecondsWakeItAndAMomentLessDoesNot() {
        low(Duration.ofNanos(60_000).minus(Duration.ofNanos(1)));
        pass(WAKE_DELAY);
        assertFalse(isReadable());
        wake();
        assertArrayEquals(AWAKE, read(4));
    }

    @Test
    void itIsReadWhenTheWakeDelayIsOverAndNotAMomentBefore() {
        low(Duration.ofNanos(60_000));
        pass(WAKE_DELAY.minus(MICROSECOND));
        assertFalse(isReadable());
        pass(MICROSECOND);
        assertArrayEquals(AWAKE, read(4));
    }

    @Test
    void anElementThatSleepsOrIdlesHearsNothingButTheWakePulse() {
        assertFalse(isReadable());
        assertEquals(-1, write(3));
        wake();
        assertEquals(1, write(1), "sleep is acknowledged");
        stop();
        assertFalse(isReadable());
        wake();
        assertEquals(1, write(2), "idle is acknowledged");
        stop();
        assertFalse(isReadable());
        assertEquals(-1, write(0));
        wake();
        assertTrue(isReadable());
    }

    @Test
    void aWakePulseForAnElementThatIsAwakeIsIgnored() {
        wake();
        Duration woken = time;
        command(INFO);
        stop();
        pass(Duration.ofMillis(5));
        low(Duration.ofMillis(1));
        assertEquals(7, read(7)[0], "the answer of the command is still there");
        time = woken.plus(WATCHDOG).minus(WAKE_DELAY);
        assertFalse(isReadable(), "the watchdog was not restarted");
    }

    @Test
    void itIsBusyForTheExecutionTimeAndNotAcknowledgedMeanwhile() {
        wake();
        assertEquals(8, command(INFO));
        assertTrue(transactions.isEmpty(), "it executes at the stop");
        stop();
        Duration taken = SimulatorSettings.defaults().executionTimes().of(Opcode.INFO, ClockDivider.M0);
        assertEquals(taken, transactions.get(0).executionTime());
        pass(taken.minus(Duration.ofNanos(1)));
        assertFalse(isReadable());
        assertEquals(-1, write(3), "nor to be written");
        pass(Duration.ofNanos(1));
        byte[] answer = read(7);
        assertEquals(7, answer[0]);
    }

    @Test
    void whileOneElementIsBusyAnotherOneAnswers() {
        wake();
        command(CommandPacket.of(Opcode.GEN_KEY, 0, 0));
        stop();
        assertFalse(isReadable());
        assertTrue(start(TRUST_CUSTOM, true));
        assertEquals(4, bus.get(1).read());
        stop();
        assertEquals(time, clock.now(), "time did not jump over the command");
    }

    @Test
    void nobodyAcknowledgesAnotherAddress() {
        wake();
        assertFalse(start(0x37, true));
        assertFalse(start(0x35, true));
        assertFalse(start(0, false), "the general call least of all");
        assertTrue(start(TRUST_FLEX, true));
    }

    @Test
    void theAnswerCanBeReadInPiecesAndAgainFromTheStart() {
        wake();
        command(INFO);
        stop();
        pass(Duration.ofMillis(5));
        byte[] count = read(1);
        byte[] rest = read(6);
        assertEquals(7, count[0]);
        assertEquals(1, write(0));
        stop();
        byte[] again = read(9);
        assertArrayEquals(rest, Arrays.copyOfRange(again, 1, 7));
        assertEquals(-1, again[7], "behind the answer there is nothing");
        assertEquals(-1, again[8], "and it does not begin again");
    }

    @Test
    void aCommandInPiecesIsExecutedWhenItsLastByteIsThere() {
        wake();
        byte[] packet = INFO.encode();
        write(3, packet[0], packet[1], packet[2]);
        stop();
        assertTrue(transactions.isEmpty());
        assertFalse(isReadable(), "half of a command can't be answered");
        write(3, packet[3] & 0xFF, packet[4] & 0xFF, packet[5] & 0xFF, packet[6] & 0xFF);
        stop();
        pass(Duration.ofMillis(5));
        assertEquals(7, read(7)[0]);
    }

    @Test
    void theResetWordAddressForgetsHalfOfACommand() {
        wake();
        write(3, 7, 0x30);
        stop();
        write(0);
        stop();
        assertArrayEquals(AWAKE, read(4));
    }

    @Test
    void bytesBeyondTheCountAreIgnored() {
        wake();
        byte[] packet = INFO.encode();
        int[] longer = new int[packet.length + 4];
        longer[0] = 3;
        for (int index = 0; index < packet.length; index++) {
            longer[index + 1] = packet[index] & 0xFF;
        }
        write(longer);
        stop();
        pass(Duration.ofMillis(5));
        assertEquals(7, read(7)[0]);
        assertEquals(1, transactions.size());
    }

    @Test
    void aCountThatNoCommandHasIsACommunicationError() {
        for (int count : new int[] { 3, 156, 255 }) {
            wake();
            write(3, count, 0, 0, 0);
            stop();
            pass(Duration.ofMillis(5));
            assertEquals((byte) 0xFF, read(4)[1], "count " + count);
        }
        write(3, 155, 0, 0, 0);
        stop();
        assertFalse(isReadable(), "155 bytes may still come");
    }

    @Test
    void aWrongChecksumIsACommunicationError() {
        wake();
        byte[] packet = INFO.encode();
        write(3, packet[0], packet[1], packet[2], packet[3], packet[4], packet[5] + 1, packet[6]);
        stop();
        pass(Duration.ofMillis(5));
        assertArrayEquals(HexFormat.of().parseHex("04ff0142"), read(4));
    }

    @Test
    void aReservedWordAddressChangesNothing() {
        wake();
        assertEquals(1, write(4, 7, 0x30));
        stop();
        assertArrayEquals(AWAKE, read(4));
    }

    @Test
    void theWatchdogPutsItToSleepAfterOnePointThreeSeconds() {
        low(Duration.ofNanos(60_000));
        Duration woken = time;
        time = woken.plus(WATCHDOG).minus(MICROSECOND);
        assertTrue(isReadable());
        time = woken.plus(WATCHDOG);
        assertFalse(isReadable());
    }

    @Test
    void idleStopsTheWatchdogAndKeepsTempKeyWhichSleepClears() {
        wake();
        execute(CommandPacket.of(Opcode.NONCE, 3, 0, new byte[32]), "04000340");
        write(2);
        stop();
        pass(Duration.ofSeconds(10));
        wake();
        CommandPacket digest = CommandPacket.of(Opcode.GEN_KEY, 0x10, 14, new byte[3]);
        assertEquals("04000340", answer(digest), "TempKey was kept");
        write(1);
        stop();
        wake();
        assertEquals("040F2342", answer(digest), "TempKey is empty");
    }

    private void execute(CommandPacket packet, String expected) {
        assertEquals(expected, answer(packet));
    }

    private String answer(CommandPacket packet) {
        command(packet);
        stop();
        pass(Duration.ofMillis(120));
        return HexFormat.of().withUpperCase().formatHex(read(4));
    }

    @Test
    void aCommandThatTheWatchdogWouldCutOffIsRefused() {
        low(Duration.ofNanos(60_000));
        Duration needed = SimulatorSettings.defaults().executionTimes().of(Opcode.GEN_KEY, ClockDivider.M0);
        CommandPacket slow = CommandPacket.of(Opcode.GEN_KEY, 0, 0);
        time = time.plus(WATCHDOG).minus(needed).plus(MICROSECOND);
        command(slow);
        stop();
        pass(Duration.ofMillis(1));
        assertEquals((byte) 0xEE, read(4)[1]);
        write(1);
        stop();
        low(Duration.ofNanos(60_000));
        time = time.plus(WATCHDOG).minus(needed);
        command(slow);
        stop();
        assertEquals(needed, transactions.get(1).executionTime(), "just in time");
    }

    @Test
    void withTheFactoryProgramInFlashTheBusOfTheMcuLeadsNowhere() {
        connected = false;
        wake();
        assertFalse(isReadable());
        connected = true;
        assertFalse(isReadable(), "it was not woken");
        wake();
        assertTrue(isReadable());
    }
}
