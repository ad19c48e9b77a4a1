package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.RANDOM;
import static org.trustflex.atecc.packet.Opcode.SELF_TEST;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.simulator.refusal.RefusalReason.HEALTH_TEST_FAILED;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.UNLUCKY_VALUE;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.simulator.eeprom.EepromImage;

/** Self-tests, the health test of random numbers, and unlucky values (TFLXTLS data sheet, sections 4.3 and 5.1.7). */
class HardwareFaultTest {

    private static final String REFUSED = "040740c2";

    private final Bench bench = Bench.prototype();

    /** One command without the wake and idle around it. */
    private String awake(Opcode opcode, int param1, int param2) {
        byte[] packet = CommandPacket.of(opcode, param1, param2).encode();
        return HexFormat.of().formatHex(bench.element().execute(packet).orElseThrow());
    }

    private int selfTest(int mode) {
        return HexFormat.fromHexDigits(awake(SELF_TEST, mode, 0).substring(2, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x00, 0x01, 0x04, 0x08, 0x10, 0x20, 0x3D })
    void aHealthyElementPassesEveryTest(int tests) {
        assertArrayEquals(new byte[] { 0 }, bench.accepts(SELF_TEST, tests, 0));
    }

    @Test
    void thereAreFiveTestsAndNoData() {
        bench.refuses(ILLEGAL_MODE, SELF_TEST, 0x02, 0);
        bench.refuses(ILLEGAL_MODE, SELF_TEST, 0x40, 0);
        bench.refuses(ILLEGAL_PARAM2, SELF_TEST, 0x01, 1);
        bench.refuses(ILLEGAL_LENGTH, SELF_TEST, 0x01, 0, (byte) 1);
    }

    @Test
    void afterAFailedTestOnlyConfigurationAndTestsAreLeft() {
        bench.element().faults().failSelfTests(SelfTestMode.AES | SelfTestMode.SHA);
        bench.element().wake();
        assertEquals(SelfTestMode.AES, selfTest(SelfTestMode.AES | SelfTestMode.ECDSA));
        assertEquals(SelfTestMode.AES, selfTest(SelfTestMode.READ_FAILURES));
        assertEquals(REFUSED, awake(RANDOM, 0, 0));
        assertEquals(REFUSED, awake(Opcode.READ, 0x82, 8 << 3));
        assertEquals(REFUSED, awake(Opcode.READ, 0x81, 0));
        assertEquals(70, awake(Opcode.READ, 0x80, 0).length());
    }

    @Test
    void aTestThatPassesLaterBringsTheElementBack() {
        bench.element().faults().failSelfTests(SelfTestMode.AES);
        bench.element().wake();
        selfTest(SelfTestMode.ALL);
        bench.element().faults().failSelfTests(0);
        assertEquals(SelfTestMode.AES, selfTest(SelfTestMode.SHA), "the failed one was not run again");
        assertEquals(0, selfTest(SelfTestMode.AES));
        assertEquals(70, awake(RANDOM, 0, 0).length());
    }

    @Test
    void aWakePulseForgetsTheFailure() {
        bench.element().faults().failSelfTests(SelfTestMode.AES);
        assertArrayEquals(new byte[] { SelfTestMode.AES }, bench.accepts(SELF_TEST, SelfTestMode.ALL, 0));
        bench.accepts(RANDOM, 0x00, 0);
    }

    @Test
    void theConfigurationMayAskForTestsAtEachWake() {
        EepromImage image = Bench.prototypeImage().withConfigurationBytes(90, (byte) 0x0F);
        Bench careful = Bench.of(image);
        assertEquals("04113343", HexFormat.of().formatHex(careful.element().wake().orElseThrow()));
        careful.element().sleep();
        careful.element().faults().failSelfTests(SelfTestMode.ECDH);
        assertEquals("0407c440", HexFormat.of().formatHex(careful.element().wake().orElseThrow()));
    }

    @Test
    void withUnhealthyRandomNumbersNothingRandomHappens() {
        bench.element().faults().failHealthTest(true);
        bench.refuses(HEALTH_TEST_FAILED, RANDOM, 0x00, 0);
        bench.refuses(HEALTH_TEST_FAILED, NONCE, 0x00, 0, new byte[20]);
        bench.refuses(HEALTH_TEST_FAILED, GEN_KEY, 0x04, 2);
        bench.fixedNonce();
        bench.refuses(HEALTH_TEST_FAILED, SIGN, 0x80, 0);
        bench.accepts(GEN_KEY, 0x00, 0);
        bench.element().faults().failHealthTest(false);
        bench.accepts(RANDOM, 0x00, 0);
    }

    @Test
    void anUnluckyValueLetsTheCommandBeRepeated() {
        bench.fixedNonce();
        bench.element().faults().meetUnluckyValues(2);
        bench.refuses(UNLUCKY_VALUE, SIGN, 0x80, 0);
        bench.refuses(UNLUCKY_VALUE, GEN_KEY, 0x04, 2);
        assertTrue(bench.tempKeyValid());
        assertEquals(64, bench.accepts(SIGN, 0x80, 0).length);
    }
}
