package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.CHECK_MAC;
import static org.trustflex.atecc.packet.Opcode.GEN_DIG;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.atecc.packet.Opcode.RANDOM;
import static org.trustflex.atecc.packet.Opcode.READ;
import static org.trustflex.atecc.packet.Opcode.SHA;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.atecc.packet.Opcode.VERIFY;
import static org.trustflex.atecc.packet.Opcode.WRITE;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.TempKeyAfterRefusal;
import org.trustflex.simulator.refusal.RefusalReason;

/** When TempKey and the buffers are there and when not (TFLXTLS data sheet, chapter 3; 508A data sheet, 2.5.1). */
class TempKeyLifetimeTest {

    private final Bench bench = Bench.prototype();

    @Test
    void idleKeepsEverything() {
        bench.accepts(SHA, 0x00, 0);
        bench.fixedNonce();
        bench.message(Bench.ANY_32);
        bench.clock().advance(Duration.ofHours(1));
        assertTrue(bench.tempKeyValid(), "an idle element has no watchdog");
        assertTrue(bench.element().state().messageDigestBufferUsed());
        bench.accepts(SHA, 0xC2, 0);
        bench.accepts(SIGN, 0xA0, 0);
    }

    @Test
    void theChainOfARotationSurvivesIdleBetweenItsCommands() {
        bench.fixedNonce();
        bench.accepts(GEN_KEY, 0x10, 14, new byte[3]);
        bench.refuses(RefusalReason.PUBLIC_KEY_NOT_ON_CURVE, VERIFY, 0x03, 14, new byte[83]);
    }

    @Test
    void sleepClearsEverything() {
        fillSram();
        bench.element().wake();
        assertTrue(bench.element().sleep());
        assertSramEmpty();
    }

    @Test
    void anIdleElementDoesNotHearSleep() {
        fillSram();
        assertFalse(bench.element().sleep());
        assertTrue(bench.tempKeyValid());
    }

    @Test
    void powerOffClearsEverything() {
        fillSram();
        bench.element().powerOff();
        assertFalse(bench.tempKeyValid());
    }

    @Test
    void theWatchdogClearsEverything() {
        fillSram();
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(1300));
        assertEquals(PowerState.ASLEEP, bench.element().state().power());
        assertSramEmpty();
    }

    @Test
    void beforeTheWatchdogNothingIsLost() {
        fillSram();
        bench.element().wake();
        bench.clock().advance(Duration.ofMillis(1299));
        bench.element().idle();
        assertTrue(bench.tempKeyValid());
    }

    private void fillSram() {
        bench.accepts(SHA, 0x00, 0);
        bench.fixedNonce();
        bench.message(Bench.ANY_32);
    }

    private void assertSramEmpty() {
        assertFalse(bench.tempKeyValid());
        assertFalse(bench.element().state().messageDigestBufferUsed());
        bench.refuses(RefusalReason.SHA_NOT_STARTED, SHA, 0xC2, 0);
    }

    static Stream<Named<Consumer<Bench>>> uses() {
        return Stream.of(
                Named.of("Sign from TempKey", (Bench b) -> b.accepts(SIGN, 0x80, 0)),
                Named.of("a refused Sign from TempKey", b -> b.refuses(RefusalReason.SIGN_EXTERNAL_FORBIDDEN, SIGN,
                        0x80, 1)),
                Named.of("a malformed Sign", b -> b.refuses(RefusalReason.ILLEGAL_LENGTH, SIGN, 0x80, 0, (byte) 0)),
                Named.of("MAC with TempKey", b -> b.accepts(MAC, 0x05, 5)),
                Named.of("a refused MAC with TempKey", b -> b.refuses(RefusalReason.TEMPKEY_SOURCE, MAC, 0x01, 5)),
                Named.of("CheckMac with TempKey", b -> b.refuses(RefusalReason.MAC_MISMATCH, CHECK_MAC, 0x05, 5,
                        new byte[77])),
                Named.of("a Verify that does not fit", b -> b.refuses(RefusalReason.PUBLIC_KEY_NOT_ON_CURVE, VERIFY,
                        0x02, 4, new byte[128])),
                Named.of("a refused Verify(stored)", b -> b.refuses(RefusalReason.PUBLIC_KEY_NOT_VALID, VERIFY, 0x00,
                        14, new byte[64])),
                Named.of("a refused encrypted write", b -> b.refuses(RefusalReason.WRITE_KEY_NOT_LOADED, WRITE, 0xC2,
                        5 << 3, new byte[64])),
                Named.of("a refused Nonce", b -> b.refuses(RefusalReason.ILLEGAL_MODE, NONCE, 0x02, 0, new byte[20])),
                Named.of("a refused GenDig", b -> b.refuses(RefusalReason.RANDOM_NONCE_NEEDED, GEN_DIG, 0x02, 6)),
                Named.of("a refused GenKey digest", b -> b.refuses(RefusalReason.RANDOM_NONCE_NEEDED, GEN_KEY, 0x08,
                        0)));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void useClearsTempKey(Consumer<Bench> use) {
        bench.fixedNonce();
        use.accept(bench);
        assertFalse(bench.tempKeyValid());
    }

    static Stream<Named<Consumer<Bench>>> nonUses() {
        return Stream.of(
                Named.of("Info", (Bench b) -> b.accepts(INFO, 0x02, 0)),
                Named.of("Random", b -> b.accepts(RANDOM, 0x00, 0)),
                Named.of("Read", b -> b.accepts(READ, 0x80, 0)),
                Named.of("a refused Read", b -> b.refuses(RefusalReason.READ_SECRET, READ, 0x82, 5 << 3)),
                Named.of("a clear Write", b -> b.accepts(WRITE, 0x82, 8 << 3, new byte[32])),
                Named.of("a refused clear Write", b -> b.refuses(RefusalReason.WRITE_NEEDS_ENCRYPTION, WRITE, 0x82,
                        5 << 3, new byte[32])),
                Named.of("Nonce into the message digest buffer", b -> b.message(Bench.ANY_32)),
                Named.of("a refused Nonce into the message digest buffer", b -> b.refuses(
                        RefusalReason.ILLEGAL_LENGTH, NONCE, 0x43, 0, new byte[31])),
                Named.of("Sign from the message digest buffer", b -> {
                    b.message(Bench.ANY_32);
                    b.accepts(SIGN, 0xA0, 0);
                }),
                Named.of("GenKey without a digest", b -> b.accepts(GEN_KEY, 0x00, 0)),
                Named.of("a refused GenKey without a digest", b -> b.refuses(RefusalReason.KEY_FIXED, GEN_KEY, 0x04,
                        0)),
                Named.of("MAC with a challenge", b -> b.accepts(MAC, 0x00, 5, Bench.ANY_32)),
                Named.of("CheckMac with a challenge", b -> b.refuses(RefusalReason.MAC_MISMATCH, CHECK_MAC, 0x00, 5,
                        new byte[77])),
                Named.of("SHA with its digest going out only", b -> {
                    b.accepts(SHA, 0x00, 0);
                    b.accepts(SHA, 0xC2, 0);
                }),
                Named.of("a command that is not simulated", b -> b.run(Opcode.AES, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("nonUses")
    void whatDoesNotUseTempKeyLeavesIt(Consumer<Bench> command) {
        bench.fixedNonce();
        command.accept(bench);
        assertTrue(bench.tempKeyValid());
    }

    @Test
    void genDigAndGenKeyReplaceTempKeyAndKeepItsSource() {
        bench.fixedNonce();
        bench.accepts(GEN_DIG, 0x02, 8);
        assertTrue(bench.element().state().tempKey().orElseThrow().passThrough());
        bench.accepts(GEN_KEY, 0x10, 14, new byte[3]);
        assertTrue(bench.element().state().tempKey().orElseThrow().passThrough());
        assertFalse(bench.element().state().tempKey().orElseThrow().genDig());
    }

    @Test
    void theMessageMustComeDirectlyBeforeItsUse() {
        bench.message(Bench.ANY_32);
        bench.accepts(INFO, 0x00, 0);
        bench.refuses(RefusalReason.MESSAGE_BUFFER_EMPTY, SIGN, 0xA0, 0);
    }

    @Test
    void aMessageServesOnce() {
        bench.message(Bench.ANY_32);
        bench.accepts(SIGN, 0xA0, 0);
        bench.refuses(RefusalReason.MESSAGE_BUFFER_EMPTY, SIGN, 0xA0, 0);
    }

    @Test
    void nonceAndShaLeaveTheMessage() {
        bench.message(Bench.ANY_32);
        bench.fixedNonce();
        bench.accepts(SHA, 0x00, 0);
        bench.accepts(SHA, 0xC2, 0);
        bench.accepts(SIGN, 0xA0, 0);
    }

    @Test
    void shaCanEndInTempKeyAndInTheMessageBuffer() {
        bench.accepts(SHA, 0x00, 0);
        bench.accepts(SHA, 0x02, 0);
        assertTrue(bench.tempKeyValid());
        bench.accepts(SHA, 0x00, 0);
        bench.accepts(SHA, 0x42, 0);
        bench.accepts(SIGN, 0xA0, 0);
    }

    @Test
    void severalCommandsRunBetweenOneWakeAndOneIdle() {
        bench.element().wake();
        bench.element().execute(CommandPacket.of(NONCE, 0x03, 0, Bench.ANY_32).encode());
        bench.element().execute(CommandPacket.of(SIGN, 0x80, 0).encode());
        assertEquals(67, bench.transactions().get(1).responseLength());
    }

    @ParameterizedTest
    @EnumSource(TempKeyAfterRefusal.class)
    void whatARefusalDoesToTempKeyIsASetting(TempKeyAfterRefusal fate) {
        Bench chosen = Bench.of(Bench.prototypeImage(), SimulatorSettings.defaults().withTempKeyAfterRefusal(fate));
        chosen.fixedNonce();
        chosen.refuses(RefusalReason.RANDOM_NONCE_NEEDED, GEN_DIG, 0x02, 6);
        assertEquals(fate == TempKeyAfterRefusal.KEPT, chosen.tempKeyValid());
    }
}
