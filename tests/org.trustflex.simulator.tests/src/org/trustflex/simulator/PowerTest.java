package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromNotSaved;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.EepromWriteListener;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.eeprom.ObservedEepromStore;
import org.trustflex.simulator.eeprom.PowerLost;
import org.trustflex.simulator.environment.ExecutionTimes;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.RefusalReason;

/** Power, wake, watchdog and device time (TFLXTLS data sheet, chapter 7; 508A data sheet, section 9.1.6). */
class PowerTest {

    private static final byte[] INFO = CommandPacket.of(Opcode.INFO, 0, 0).encode();
    private static final byte[] AFTER_WAKE = HexFormat.of().parseHex("04113343");

    private final Bench bench = Bench.prototype();

    @Test
    void anElementIsAsleepUntilItIsWoken() {
        assertEquals(Optional.empty(), bench.element().execute(INFO));
        assertArrayEquals(AFTER_WAKE, bench.element().wake().orElseThrow());
        assertTrue(bench.element().execute(INFO).isPresent());
    }

    @Test
    void anIdleElementAnswersNothing() {
        bench.element().wake();
        bench.element().idle();
        assertEquals(Optional.empty(), bench.element().execute(INFO));
        assertEquals(PowerState.IDLE, bench.element().state().power());
    }

    @Test
    void withoutPowerNothingIsAnswered() {
        bench.element().powerOff();
        assertEquals(Optional.empty(), bench.element().wake());
        assertEquals(Optional.empty(), bench.element().execute(INFO));
        assertFalse(bench.element().sleep());
        bench.element().idle();
        assertEquals(PowerState.OFF, bench.element().state().power());
    }

    @Test
    void theEepromOutlivesThePower() {
        bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        Bench again = Bench.of(bench.element().eeprom());
        assertArrayEquals(Bench.ANY_32, again.accepts(Opcode.READ, 0x82, 8 << 3));
    }

    @Test
    void aWakePulseDoesNotRestartTheWatchdog() {
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(1200));
        assertArrayEquals(AFTER_WAKE, bench.element().wake().orElseThrow());
        bench.clock().advance(Duration.ofMillis(100));
        assertEquals(Optional.empty(), bench.element().execute(INFO));
    }

    @ParameterizedTest
    @CsvSource({ "1299, true", "1300, false" })
    void theWatchdogPutsItToSleepAfterExactly1300Milliseconds(long sinceWake, boolean awake) {
        bench.fixedNonce();
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(sinceWake));
        assertEquals(awake, bench.element().execute(INFO).isPresent());
        bench.element().idle();
        assertEquals(awake ? PowerState.IDLE : PowerState.ASLEEP, bench.element().state().power());
        assertEquals(awake, bench.tempKeyValid(), "sleep loses volatile memory");
    }

    @Test
    void idleAndWakeRestartTheWatchdog() {
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(1200));
        bench.element().idle();
        bench.element().wake();
        assertEquals(Duration.ofMillis(1300), bench.element().state().watchdogLeft().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({ "1258, SUCCESS", "1259, WATCHDOG_ABOUT_TO_EXPIRE" })
    void aCommandThatCouldNotEndIsNotExecuted(long sinceWake, StatusCode status) {
        bench.message(Bench.ANY_32);
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(sinceWake));
        bench.element().execute(CommandPacket.of(Opcode.SIGN, 0xA0, 0).encode());
        SimulatedTransaction sign = bench.transactions().get(1);
        assertEquals(status, sign.status(), "Sign takes 42 ms of the 1.3 s");
        bench.element().idle();
        assertEquals(status != StatusCode.SUCCESS, bench.element().state().messageDigestBufferUsed());
    }

    @Test
    void chipModeAllowsALongerWatchdog() {
        Bench patient = Bench.of(Bench.prototypeImage().withConfigurationBytes(19, (byte) 0x05));
        patient.element().wake();
        assertEquals(Duration.ofSeconds(10), patient.element().state().watchdogLeft().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({ "TYPICAL, VERIFY, 38000", "TYPICAL, INFO, 100", "MAXIMUM, VERIFY, 105000", "MAXIMUM, INFO, 5000",
            "INSTANT, VERIFY, 0", "INSTANT, INFO, 0" })
    void commandsTakeDeviceTime(ExecutionTimes times, Opcode opcode, long microseconds) {
        Bench timed = Bench.of(Bench.prototypeImage(), SimulatorSettings.defaults().withExecutionTimes(times));
        timed.message(Bench.ANY_32);
        Duration before = timed.clock().now();
        byte[] key = PartFactory.publicKey(Bench.prototypeImage(), 0).bytes();
        if (opcode == Opcode.VERIFY) {
            byte[] data = Bench.concat(Bench.ANY_32, Bench.ANY_32, key);
            timed.refuses(RefusalReason.SIGNATURE_MISMATCH, opcode, 0x22, 4, data);
        } else {
            timed.accepts(opcode, 0, 0);
        }
        SimulatedTransaction last = timed.transactions().get(1);
        assertEquals(Duration.ofNanos(microseconds * 1000), last.executionTime());
        assertEquals(before, last.started());
        assertEquals(before.plus(last.executionTime()), timed.clock().now());
    }

    @Test
    void aRefusalComesSooner() {
        bench.refuses(RefusalReason.KEY_FIXED, Opcode.GEN_KEY, 0x04, 0);
        assertEquals(Duration.ofNanos(100_000), bench.transactions().get(0).executionTime());
    }

    @Test
    void theListenerSeesCommandStatusAndReason() {
        bench.refuses(RefusalReason.READ_SECRET, Opcode.READ, 0x82, 5 << 3);
        SimulatedTransaction seen = bench.transactions().get(0);
        assertEquals(Opcode.READ, seen.command().orElseThrow().opcode().orElseThrow());
        assertEquals(4, seen.responseLength());
        assertEquals("slot 5 is secret and is never read", seen.refusal().orElseThrow().text());
        bench.run(new byte[] { 1 });
        assertEquals(Optional.empty(), bench.transactions().get(1).command());
    }

    @Test
    void anAddressChangedInTheConfigurationCountsAfterSleep() {
        EepromImage open = Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55, (byte) 0x55);
        Bench blank = Bench.of(open);
        assertEquals(0x6C, blank.element().i2cAddress());
        blank.accepts(Opcode.WRITE, 0x00, 4, (byte) 0xC0, (byte) 0, (byte) 0, (byte) 1);
        assertEquals(0x6C, blank.element().i2cAddress());
        blank.element().wake();
        blank.element().sleep();
        assertEquals(0xC0, blank.element().i2cAddress());
    }

    /** Cuts the power before or after the n-th write. */
    private record PowerCut(long at, boolean before) implements EepromWriteListener {

        @Override
        public void writing(long number, EepromImage image) {
            if (before && number == at) {
                throw new PowerLost(number);
            }
        }

        @Override
        public void written(long number) {
            if (!before && number == at) {
                throw new PowerLost(number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void powerCanGoAtAnyWrite(boolean before) {
        MemoryEepromStore store = new MemoryEepromStore(Bench.prototypeImage());
        ObservedEepromStore observed = new ObservedEepromStore(store, new PowerCut(2, before));
        Bench cut = Bench.on(observed, SimulatorSettings.defaults());
        cut.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        cut.element().wake();
        byte[] second = CommandPacket.of(Opcode.WRITE, 0x82, 0x0100 | 8 << 3, Bench.ANY_32).encode();
        assertEquals(Optional.empty(), cut.element().execute(second), "the command is never answered");
        assertEquals(PowerState.OFF, cut.element().state().power());
        assertArrayEquals(Bench.ANY_32, store.load().block(8, 0));
        assertArrayEquals(before ? new byte[32] : Bench.ANY_32, store.load().block(8, 1));
        assertEquals(2, observed.writes());
    }

    @Test
    void aCommandThatWritesIsOneWriteAndOthersAreNone() {
        ObservedEepromStore observed = new ObservedEepromStore(new MemoryEepromStore(Bench.prototypeImage()),
                new PowerCut(99, true));
        Bench counted = Bench.on(observed, SimulatorSettings.defaults());
        counted.accepts(Opcode.READ, 0x80, 0);
        counted.refuses(RefusalReason.WRITE_NEVER, Opcode.WRITE, 0x82, 7 << 3, new byte[32]);
        assertEquals(0, observed.writes());
        counted.accepts(Opcode.WRITE, 0x82, 14 << 3, new byte[32]);
        counted.accepts(Opcode.WRITE, 0x82, 14 << 3, new byte[32]);
        assertEquals(2, observed.writes(), "the same content written again is a write");
        counted.accepts(Opcode.GEN_KEY, 0x04, 2);
        assertEquals(3, observed.writes());
    }

    @Test
    void aStoreThatFailsTurnsTheElementOff() {
        EepromStore full = new EepromStore() {
            @Override
            public EepromImage load() {
                return Bench.prototypeImage();
            }

            @Override
            public void save(EepromImage image) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Bench broken = Bench.on(full, SimulatorSettings.defaults());
        broken.element().wake();
        byte[] write = CommandPacket.of(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32).encode();
        EepromNotSaved failed = assertThrows(EepromNotSaved.class, () -> broken.element().execute(write));
        assertTrue(failed.getMessage().contains("No space left on device"), failed.getMessage());
        assertEquals(PowerState.OFF, broken.element().state().power());
        assertEquals(0, broken.transactions().size());
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "SUCCESS", "ECC_FAULT", "COMMUNICATION_ERROR" })
    void settingsTakeRefusalsOnly(StatusCode status) {
        SimulatorSettings settings = SimulatorSettings.defaults();
        assertThrows(IllegalArgumentException.class, () -> settings.with(OpenPoint.WRONG_INPUT_MAC, status));
    }

    /** The first write, torn after so many bytes. */
    private record TornWrite(int bytes) implements EepromWriteListener {

        @Override
        public void writing(long number, EepromImage image) {
            throw PowerLost.within(number, bytes);
        }

        @Override
        public void written(long number) {
            throw new AssertionError("the power went before");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 4, 17, 31, 32, 99 })
    void aWriteOf32BytesMayTear(int arrived) {
        EepromImage image = Bench.prototypeImage().withSlotBytes(8, 64, Bench.ramp(64));
        MemoryEepromStore store = new MemoryEepromStore(image);
        Bench cut = Bench.on(new ObservedEepromStore(store, new TornWrite(arrived)), SimulatorSettings.defaults());
        cut.element().wake();
        byte[] fresh = new byte[32];
        Arrays.fill(fresh, (byte) 0xEE);
        byte[] write = CommandPacket.of(Opcode.WRITE, 0x82, 0x0200 | 8 << 3, fresh).encode();
        assertEquals(Optional.empty(), cut.element().execute(write));
        assertEquals(PowerState.OFF, cut.element().state().power());
        byte[] expected = Bench.ramp(32);
        Arrays.fill(expected, 0, Math.min(arrived, 32), (byte) 0xEE);
        assertEquals(image.withSlotBytes(8, 64, expected), store.load());
    }

    @Test
    void aTornWriteOfARotatingKeyMayChangeItsValidityAlone() {
        EepromImage image = Bench.prototypeImage().withSlotBytes(14, 0, Bench.ramp(72));
        EepromImage written = image.withSlotBytes(14, 64, new byte[8]).withValidity(14, false);
        EepromImage torn = EepromImage.torn(image, written, 32);
        assertEquals(image.withValidity(14, false), torn, "the block with the validity comes first");
        assertEquals(written, EepromImage.torn(image, written, 40));
    }

    @ParameterizedTest
    @CsvSource({ "instant, INSTANT", "datasheet, TYPICAL", "maximum, MAXIMUM" })
    void executionTimesHaveNames(String name, ExecutionTimes times) {
        assertEquals(Optional.of(times), ExecutionTimes.named(name));
        assertEquals(Optional.empty(), ExecutionTimes.named(name + " "));
    }
}
