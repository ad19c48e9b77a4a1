package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.ECDH;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.simulator.refusal.RefusalReason.DATA_OPEN;
import static org.trustflex.simulator.refusal.RefusalReason.ECDH_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.ECDH_RESULT_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.ECDH_STAYS_INSIDE;
import static org.trustflex.simulator.refusal.RefusalReason.HEALTH_TEST_FAILED;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.IO_PROTECTION_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_MISSING;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.NO_SUCH_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.OUTPUT_FORBIDDEN;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_ON_CURVE;
import static org.trustflex.simulator.refusal.RefusalReason.SLOT_LOCKED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.IoProtection;
import org.trustflex.atecc.host.Macs;
import org.trustflex.simulator.eeprom.EepromImage;

/** ECDH against the JDK's, and when it is refused (TFLXTLS data sheet, section 5.2.1; 508A data sheet, section 9.5). */
class EcdhRulesTest {

    private static final byte[] PEER = HexFormat.of().parseHex("55".repeat(32));
    private static final byte[] PEER_PUBLIC = PartFactory
            .publicKey(Bench.prototypeImage().withPrivateKey(0, PEER), 0).bytes();
    /** Slot 2 writes what ECDH makes into slot 3, which holds data here. */
    private static final EepromImage INTO_SLOT = Bench
            .withPolicy(Bench.withPolicy(Bench.prototypeImage(), 2, "8D20", "7300"), 3, "8F0F", "3C00");
    /** The same pair, but where slot 2 leaves it to the mode. */
    private static final EepromImage BY_MODE = Bench.withPolicy(INTO_SLOT, 2, "8520", "7300");

    static Stream<Rule> rules() {
        return Stream.of(
                Rule.of("the key of slot 1 is no key for ECDH",
                        bench -> bench.accepts(ECDH, 0x0C, 0, PEER_PUBLIC),
                        bench -> bench.refuses(ECDH_FORBIDDEN, ECDH, 0x0C, 1, PEER_PUBLIC)),
                Rule.of("it takes a private key",
                        bench -> bench.accepts(ECDH, 0x0C, 4, PEER_PUBLIC),
                        bench -> bench.refuses(KEY_NOT_PRIVATE, ECDH, 0x0C, 5, PEER_PUBLIC)),
                Rule.of("slots end at 15",
                        bench -> bench.accepts(ECDH, 0x0C, 2, PEER_PUBLIC),
                        bench -> bench.refuses(NO_SUCH_SLOT, ECDH, 0x0C, 16, PEER_PUBLIC)),
                Rule.of("the public key is a point of the curve",
                        bench -> bench.accepts(ECDH, 0x00, 3, PEER_PUBLIC),
                        bench -> bench.refuses(PUBLIC_KEY_NOT_ON_CURVE, ECDH, 0x00, 3, Bench.ramp(64))),
                Rule.of("the public key has 64 bytes",
                        bench -> bench.accepts(ECDH, 0x08, 3, PEER_PUBLIC),
                        bench -> bench.refuses(ILLEGAL_LENGTH, ECDH, 0x08, 3, new byte[72])),
                Rule.of("only what goes out is encrypted",
                        bench -> bench.accepts(ECDH, 0x0E, 0, PEER_PUBLIC),
                        bench -> bench.refuses(ILLEGAL_MODE, ECDH, 0x0A, 0, PEER_PUBLIC)),
                Rule.of("with TempKey as the key the mode says where to",
                        bench -> {
                            bench.accepts(GEN_KEY, 0x04, 0xFFFF);
                            bench.accepts(ECDH, 0x0D, 0, PEER_PUBLIC);
                        },
                        bench -> {
                            bench.accepts(GEN_KEY, 0x04, 0xFFFF);
                            bench.refuses(ILLEGAL_MODE, ECDH, 0x01, 0, PEER_PUBLIC);
                        }),
                Rule.of("TempKey as the key holds a private key",
                        bench -> {
                            bench.accepts(GEN_KEY, 0x04, 0xFFFF);
                            bench.accepts(ECDH, 0x09, 0, PEER_PUBLIC);
                        },
                        bench -> {
                            bench.fixedNonce();
                            bench.refuses(TEMPKEY_HOLDS_NO_PRIVATE_KEY, ECDH, 0x09, 0, PEER_PUBLIC);
                        }),
                Rule.of("no secret goes where a private key is",
                        bench -> bench.accepts(ECDH, 0x08, 2, PEER_PUBLIC),
                        bench -> bench.refuses(KEY_IS_PRIVATE, ECDH, 0x04, 2, PEER_PUBLIC)),
                Rule.of("the policy keeps the secret inside",
                        bench -> bench.accepts(ECDH, 0x04, 2, PEER_PUBLIC),
                        bench -> bench.refuses(ECDH_STAYS_INSIDE, ECDH, 0x0C, 2, PEER_PUBLIC)).on(INTO_SLOT),
                Rule.of("only even slots have a slot for the secret",
                        bench -> bench.accepts(ECDH, 0x04, 2, PEER_PUBLIC),
                        bench -> bench.refuses(ECDH_RESULT_SLOT, ECDH, 0x04, 1, PEER_PUBLIC))
                        .on(Bench.withPolicy(BY_MODE, 1, "8520", "7300")),
                Rule.of("a locked slot takes no secret",
                        bench -> bench.accepts(ECDH, 0x04, 2, PEER_PUBLIC),
                        bench -> {
                            bench.accepts(LOCK, 3 << 2 | 2, 0);
                            bench.refuses(SLOT_LOCKED, ECDH, 0x04, 2, PEER_PUBLIC);
                        }).on(BY_MODE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    private static byte[] expected(int slot) {
        return JdkCrypto.sharedSecret(Bench.prototypeImage().privateKey(slot), PEER_PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0x00", "0, 0x0C", "2, 0x0C", "3, 0x00", "4, 0x0C" })
    void theSecretThatGoesOutIsTheJdks(int slot, int mode) {
        assertArrayEquals(expected(slot), Bench.prototype().accepts(ECDH, mode, slot, PEER_PUBLIC));
    }

    @Test
    void anEncryptedSecretIsReadWithTheIoProtectionKey() {
        byte[] ioKey = Bench.ramp(32);
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(6, 0, ioKey));
        byte[] answer = bench.accepts(ECDH, 0x0E, 0, PEER_PUBLIC);
        assertEquals(64, answer.length);
        byte[] secret = IoProtection.apply(ioKey, Arrays.copyOfRange(answer, 32, 64), Arrays.copyOf(answer, 32));
        assertArrayEquals(expected(0), secret);
    }

    @Test
    void encryptionNeedsIoProtectionAndRandomNumbers() {
        Bench without = Bench.of(Bench.prototypeImage().withConfigurationBytes(90, (byte) 0x0C));
        without.refuses(IO_PROTECTION_DISABLED, ECDH, 0x0E, 0, PEER_PUBLIC);
        Bench unhealthy = Bench.prototype();
        unhealthy.element().faults().failHealthTest(true);
        unhealthy.refuses(HEALTH_TEST_FAILED, ECDH, 0x0E, 0, PEER_PUBLIC);
        unhealthy.accepts(ECDH, 0x0C, 0, PEER_PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({ "0x60, 32", "0x61, 64" })
    void chipOptionsCanForceEncryption(int options, int length) {
        Bench bench = Bench.of(Bench.prototypeImage().withConfigurationBytes(91, (byte) options));
        assertEquals(length, bench.accepts(ECDH, 0x0C, 0, PEER_PUBLIC).length);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x62, 0x63 })
    void chipOptionsCanKeepSecretsInside(int options) {
        Bench bench = Bench.of(Bench.prototypeImage().withConfigurationBytes(91, (byte) options));
        bench.refuses(OUTPUT_FORBIDDEN, ECDH, 0x0C, 0, PEER_PUBLIC);
        bench.accepts(ECDH, 0x08, 0, PEER_PUBLIC);
    }

    @Test
    void aSecretInTempKeyServesAsOneFromOutside() {
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(5, 0, Bench.ANY_32));
        bench.accepts(ECDH, 0x08, 0, PEER_PUBLIC);
        assertTrue(bench.element().state().tempKey().orElseThrow().passThrough());
        assertArrayEquals(Macs.mac(Bench.ANY_32, expected(0), 0x05, 5, Bench.otp(), Bench.SERIAL),
                bench.accepts(MAC, 0x05, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x00, 0x04 })
    void aSecretGoesIntoTheNextSlot(int mode) {
        Bench bench = Bench.of(INTO_SLOT);
        bench.accepts(ECDH, mode, 2, PEER_PUBLIC);
        assertArrayEquals(expected(2), bench.element().eeprom().block(3, 0));
    }

    @Test
    void anEphemeralKeyServesOnce() {
        Bench bench = Bench.prototype();
        byte[] ephemeral = bench.accepts(GEN_KEY, 0x04, 0xFFFF);
        assertArrayEquals(JdkCrypto.sharedSecret(PEER, ephemeral), bench.accepts(ECDH, 0x0D, 0, PEER_PUBLIC));
        assertFalse(bench.tempKeyValid());
        bench.accepts(GEN_KEY, 0x04, 0xFFFF);
        bench.accepts(ECDH, 0x05, 8, PEER_PUBLIC);
        assertFalse(bench.tempKeyValid());
    }

    @Test
    void aMissingKeyAndAnOpenDataZoneRefuse() {
        Bench.of(Bench.prototypeImage().withPrivateKey(2, new byte[32])).refuses(KEY_MISSING, ECDH, 0x0C, 2,
                PEER_PUBLIC);
        Bench.of(Bench.prototypeImage().withConfigurationBytes(86, (byte) 0x55)).refuses(DATA_OPEN, ECDH, 0x0C, 0,
                PEER_PUBLIC);
    }
}
