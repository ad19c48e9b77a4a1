package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.READ;
import static org.trustflex.atecc.packet.Opcode.WRITE;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.Crc16;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.RefusalReason;

/** A blank part becomes a TrustFLEX part by commands alone (508A data sheet, sections 2.4 and 9.10). */
class PersonalizationTest {

    private static final byte[] ZONE = TrustFlexProfile.PROTOTYPE.zone(Bench.SERIAL, PartFactory.REVISION_608B).bytes();
    private static final int SLOT_8 = 8 << 3;

    private final Bench bench = Bench.of(PartFactory.blank(Bench.SERIAL));

    private void writeConfiguration() {
        for (int word = 4; word < 32; word++) {
            if (word != 21) {
                bench.accepts(WRITE, 0x00, word, Arrays.copyOfRange(ZONE, 4 * word, 4 * word + 4));
            }
        }
    }

    private void lockConfiguration() {
        byte[] content = ZONE.clone();
        content[13] = bench.configuration().bytes()[13];
        content[14] = bench.configuration().bytes()[14];
        content[86] = 0x55;
        content[87] = 0x55;
        bench.accepts(LOCK, 0x00, Crc16.of(content));
    }

    private int dataSummary() {
        byte[] all = new byte[0];
        for (int slot = 5; slot < 16; slot++) {
            all = Bench.concat(all, bench.element().eeprom().slot(slot));
        }
        return Crc16.of(Bench.concat(all, bench.element().eeprom().otp()));
    }

    @Test
    void theWholeWay() {
        writeConfiguration();
        lockConfiguration();
        bench.refuses(RefusalReason.CONFIGURATION_LOCKED, WRITE, 0x00, 5, new byte[4]);
        byte[] publicKey = bench.accepts(GEN_KEY, 0x04, 0);
        bench.accepts(WRITE, 0x82, SLOT_8, Bench.ANY_32);
        bench.accepts(WRITE, 0x82, 5 << 3, Bench.ANY_32);
        bench.accepts(WRITE, 0x81, 0, Arrays.copyOf(Bench.otp(), 32));
        bench.refuses(RefusalReason.DATA_OPEN, READ, 0x82, SLOT_8);
        bench.refuses(RefusalReason.WRITE_WORD_BEFORE_LOCK, WRITE, 0x02, SLOT_8, new byte[4]);
        bench.refuses(RefusalReason.WRITE_WORD_BEFORE_LOCK, WRITE, 0x01, 0, new byte[4]);
        bench.refuses(RefusalReason.WRITE_PRIVATE_KEY, WRITE, 0x82, 0, new byte[32]);
        bench.accepts(LOCK, 0x01, dataSummary());
        assertTrue(bench.configuration().dataLocked());
        assertArrayEquals(Bench.ANY_32, bench.accepts(READ, 0x82, SLOT_8));
        assertArrayEquals(publicKey, bench.accepts(GEN_KEY, 0x00, 0));
        bench.refuses(RefusalReason.KEY_FIXED, GEN_KEY, 0x04, 0);
        assertEquals(TrustFlexProfile.PROTOTYPE, TrustFlexProfile.of(bench.configuration()).orElseThrow());
    }

    @Test
    void theLastBlockOfASlotTakes32BytesBeforeTheLock() {
        writeConfiguration();
        lockConfiguration();
        bench.accepts(WRITE, 0x82, 0x0200 | 13 << 3 | 5, Bench.ANY_32);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 21 })
    void someBytesOfTheConfigurationAreNeverWritten(int word) {
        bench.refuses(RefusalReason.CONFIGURATION_BYTES_FIXED, WRITE, 0x00, word, new byte[4]);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 2 })
    void blocksThatContainThemAreNotWrittenEither(int block) {
        bench.refuses(RefusalReason.CONFIGURATION_BYTES_FIXED, WRITE, 0x80, block << 3, new byte[32]);
    }

    @Test
    void theOtherBlocksAre() {
        bench.accepts(WRITE, 0x80, 1 << 3, Arrays.copyOfRange(ZONE, 32, 64));
        bench.accepts(WRITE, 0x80, 3 << 3, Arrays.copyOfRange(ZONE, 96, 128));
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "MISCOMPARE", "PARSE_ERROR", "EXECUTION_ERROR" })
    void aWrongChecksumLeavesTheZoneOpenAndItsAnswerIsASetting(StatusCode status) {
        Bench strict = Bench.of(PartFactory.blank(Bench.SERIAL),
                SimulatorSettings.defaults().with(OpenPoint.LOCK_SUMMARY_MISMATCH, status));
        int right = Crc16.of(strict.configuration().bytes());
        strict.refuses(status, RefusalReason.LOCK_SUMMARY_MISMATCH, LOCK, 0x00, right ^ 1);
        strict.accepts(LOCK, 0x00, right);
    }

    @Test
    void theChecksumCanBeIgnored() {
        bench.accepts(LOCK, 0x80, 0);
        bench.refuses(RefusalReason.LOCK_SUMMARY_MISMATCH, LOCK, 0x01, 0x1234);
        bench.accepts(LOCK, 0x81, 0);
    }

    @Test
    void theDataZoneIsNotLockedBeforeTheConfiguration() {
        bench.refuses(RefusalReason.CONFIGURATION_OPEN, LOCK, 0x81, 0);
        bench.refuses(RefusalReason.CONFIGURATION_OPEN, LOCK, 8 << 2 | 2, 0);
    }

    @Test
    void beforeTheLockAnyKeyMayEncryptAWrite() {
        writeConfiguration();
        lockConfiguration();
        bench.accepts(WRITE, 0x82, 9 << 3, new byte[32]);
        byte[] key = bench.sessionKey(9);
        bench.accepts(WRITE, 0xC2, SLOT_8, Bench.encrypted(key, 0xC2, SLOT_8, Bench.ANY_32));
        assertArrayEquals(Bench.ANY_32, bench.element().eeprom().block(8, 0));
    }

    @Test
    void beforeTheLockGenDigNeedsNoRandomNonce() {
        writeConfiguration();
        lockConfiguration();
        bench.fixedNonce();
        bench.accepts(GEN_DIG, 0x02, 6);
    }
}
