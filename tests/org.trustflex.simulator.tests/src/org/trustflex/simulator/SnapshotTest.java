package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.RefusalReason;

/** A whole element is kept and brought back. */
class SnapshotTest {

    private static final int SNAPSHOTS = 1000;

    private final MemoryEepromStore store = new MemoryEepromStore(Bench.prototypeImage());
    private final Bench bench = Bench.on(store, SimulatorSettings.defaults());

    @Test
    void eepromAndVolatileMemoryComeBack() throws IOException {
        bench.accepts(Opcode.SHA, 0x00, 0);
        bench.accepts(Opcode.SHA, 0x01, 64, Bench.ramp(64));
        bench.fixedNonce();
        bench.message(Bench.ANY_32);
        ElementSnapshot snapshot = bench.element().snapshot();
        EepromImage before = bench.element().eeprom();
        for (int times = 0; times < 2; times++) {
            bench.accepts(Opcode.SIGN, 0xA0, 0);
            bench.accepts(Opcode.GEN_DIG, 0x02, 8);
            bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
            assertArrayEquals(JdkCrypto.sha256(Bench.ramp(64)), bench.accepts(Opcode.SHA, 0xC2, 0));
            bench.element().restore(snapshot);
            assertEquals(before, bench.element().eeprom());
            assertEquals(before, store.load());
            assertTrue(bench.tempKeyValid());
        }
    }

    @Test
    void anElementComesBackFromPowerOff() throws IOException {
        bench.fixedNonce();
        ElementSnapshot snapshot = bench.element().snapshot();
        bench.element().powerOff();
        bench.element().restore(snapshot);
        assertEquals(PowerState.IDLE, bench.element().state().power());
        bench.accepts(Opcode.MAC, 0x05, 5);
    }

    @Test
    void theWatchdogHasTheTimeLeftThatItHad() throws IOException {
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(300));
        ElementSnapshot snapshot = bench.element().snapshot();
        bench.clock().advance(Duration.ofMillis(5000));
        assertEquals(PowerState.ASLEEP, bench.element().state().power());
        bench.element().restore(snapshot);
        assertEquals(Duration.ofMillis(1000), bench.element().state().watchdogLeft().orElseThrow());
    }

    @Test
    void latchProhibitionAndAddressComeBack() throws IOException {
        Bench latched = Bench.of(Bench.prototypeImage().withConfigurationBytes(70, (byte) 0x0B));
        latched.accepts(Opcode.INFO, 0x04, 0x03);
        latched.accepts(Opcode.UPDATE_EXTRA, 0x01, 0x60);
        ElementSnapshot snapshot = latched.element().snapshot();
        latched.element().wake();
        latched.element().sleep();
        assertEquals(0x60, latched.element().i2cAddress());
        latched.accepts(Opcode.INFO, 0x04, 0x02);
        latched.element().restore(snapshot);
        assertEquals(0x6C, latched.element().i2cAddress());
        assertEquals(1, latched.accepts(Opcode.INFO, 0x04, 0)[0]);
    }

    @Test
    void aSnapshotMovesToAnotherElement() throws IOException {
        bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        byte[] nonce = bench.randomNonce();
        Bench another = Bench.prototype();
        another.element().restore(bench.element().snapshot());
        assertArrayEquals(Bench.ANY_32, Arrays.copyOf(another.element().eeprom().slot(8), 32));
        byte[] zeros = new byte[20];
        assertArrayEquals(Nonces.random(nonce, zeros, 0, 0x8000),
                another.accepts(Opcode.NONCE, 0x00, 0x8000, zeros));
    }

    @Test
    void whatIsWrongWithTheSiliconStaysWrong() throws IOException {
        ElementSnapshot healthy = bench.element().snapshot();
        bench.element().faults().failSelfTests(SelfTestMode.AES);
        bench.element().restore(healthy);
        assertArrayEquals(new byte[] { SelfTestMode.AES }, bench.accepts(Opcode.SELF_TEST, SelfTestMode.ALL, 0));
    }

    @Test
    void whereTheEepromCannotBeSavedNothingComesBack() {
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
        bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        bench.fixedNonce();
        ElementSnapshot snapshot = bench.element().snapshot();
        assertThrows(IOException.class, () -> broken.element().restore(snapshot));
        broken.refuses(RefusalReason.TEMPKEY_INVALID, Opcode.MAC, 0x05, 5);
        assertEquals(Bench.prototypeImage(), broken.element().eeprom());
    }

    @Test
    void snapshotsAreCheap() throws IOException {
        bench.accepts(Opcode.SHA, 0x00, 0);
        long started = System.nanoTime();
        for (int i = 0; i < SNAPSHOTS; i++) {
            ElementSnapshot snapshot = bench.element().snapshot();
            bench.accepts(Opcode.COUNTER, 0x01, 0);
            bench.element().restore(snapshot);
        }
        long nanoseconds = (System.nanoTime() - started) / SNAPSHOTS;
        System.out.println("Snapshot, one command and restore: " + nanoseconds / 1000 + " us");
        assertEquals(0, bench.accepts(Opcode.COUNTER, 0x00, 0)[0]);
    }
}
