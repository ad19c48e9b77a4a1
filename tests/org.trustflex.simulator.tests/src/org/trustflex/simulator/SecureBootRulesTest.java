package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.INFO;
import static org.trustflex.atecc.packet.Opcode.LOCK;
import static org.trustflex.atecc.packet.Opcode.SECURE_BOOT;
import static org.trustflex.atecc.packet.Opcode.SIGN;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.IO_PROTECTION_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NEEDS_LATCH;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_NOT_PUBLIC;
import static org.trustflex.simulator.refusal.RefusalReason.PUBLIC_KEY_NOT_VALID;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_DIGEST_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_DISABLED;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_NOTHING_STORED;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_PROHIBITED;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_STORES_NOTHING;
import static org.trustflex.simulator.refusal.RefusalReason.SECURE_BOOT_STORE_SLOT;
import static org.trustflex.simulator.refusal.RefusalReason.SIGNATURE_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SOURCE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.SecureBoots;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

/** SecureBoot, and when it is refused (TFLXTLS data sheet, section 5.2.3). */
class SecureBootRulesTest {

    private static final byte[] DEVELOPER = HexFormat.of().parseHex("66".repeat(32));
    private static final byte[] DIGEST = Bench.ANY_32;
    private static final byte[] SIGNATURE = JdkCrypto.sign(DEVELOPER, DIGEST);
    private static final byte[] SIGNED = Bench.concat(DIGEST, SIGNATURE);
    private static final byte[] IO_KEY = Bench.ramp(32);
    private static final EepromImage IMAGE = Bench.prototypeImage().withSlotBytes(6, 0, IO_KEY).withSlotBytes(15, 0,
            PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, DEVELOPER), 0).stored());
    private static final EepromImage FULL_BOTH = IMAGE.withConfigurationBytes(70, (byte) 0x01);
    /** The signature is kept in slot 8. */
    private static final EepromImage FULL_SIGNATURE = IMAGE.withConfigurationBytes(70, (byte) 0x02, (byte) 0xF8);

    private static byte[] other(byte[] digest) {
        byte[] changed = digest.clone();
        changed[0] ^= 1;
        return changed;
    }

    static Stream<Rule> rules() {
        return Stream.of(
                Rule.of("there are modes 5, 6 and 7",
                        bench -> bench.accepts(SECURE_BOOT, 0x05, 0, SIGNED),
                        bench -> bench.refuses(ILLEGAL_MODE, SECURE_BOOT, 0x04, 0, SIGNED)),
                Rule.of("Param2 is 0",
                        bench -> bench.accepts(SECURE_BOOT, 0x05, 0, SIGNED),
                        bench -> bench.refuses(ILLEGAL_PARAM2, SECURE_BOOT, 0x05, 7, SIGNED)),
                Rule.of("the full modes take digest and signature",
                        bench -> bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED),
                        bench -> bench.refuses(ILLEGAL_LENGTH, SECURE_BOOT, 0x07, 0, DIGEST)),
                Rule.of("the signature must fit",
                        bench -> bench.accepts(SECURE_BOOT, 0x05, 0, SIGNED),
                        bench -> bench.refuses(SIGNATURE_MISMATCH, SECURE_BOOT, 0x05, 0,
                                Bench.concat(other(DIGEST), SIGNATURE))),
                Rule.of("what does not fit is not stored",
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
                            bench.accepts(SECURE_BOOT, 0x06, 0, DIGEST);
                        },
                        bench -> {
                            bench.refuses(SIGNATURE_MISMATCH, SECURE_BOOT, 0x07, 0,
                                    Bench.concat(other(DIGEST), SIGNATURE));
                            bench.refuses(SECURE_BOOT_NOTHING_STORED, SECURE_BOOT, 0x06, 0, DIGEST);
                        }),
                Rule.of("the digest is the stored one",
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
                            bench.accepts(SECURE_BOOT, 0x06, 0, DIGEST);
                        },
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
                            bench.refuses(SECURE_BOOT_DIGEST_MISMATCH, SECURE_BOOT, 0x06, 0, other(DIGEST));
                        }),
                Rule.of("an encrypted digest needs a nonce",
                        bench -> {
                            bench.fixedNonce();
                            bench.run(SECURE_BOOT, 0x85, 0, SIGNED).refusal()
                                    .ifPresent(refusal -> assertEquals(SIGNATURE_MISMATCH, refusal.reason()));
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, SECURE_BOOT, 0x85, 0, SIGNED)),
                Rule.of("Prohibit lasts until the power goes",
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x45, 0, SIGNED);
                            bench.element().sleep();
                            Bench.of(bench.element().eeprom()).accepts(SECURE_BOOT, 0x05, 0, SIGNED);
                        },
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x45, 0, SIGNED);
                            bench.element().wake();
                            bench.element().sleep();
                            bench.refuses(SECURE_BOOT_PROHIBITED, SECURE_BOOT, 0x05, 0, SIGNED);
                        }),
                Rule.of("a locked slot stores no digest",
                        bench -> bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED),
                        bench -> {
                            bench.accepts(LOCK, 7 << 2 | 2, 0);
                            bench.refuses(SECURE_BOOT_STORE_SLOT, SECURE_BOOT, 0x07, 0, SIGNED);
                        }).on(Bench.withPolicy(IMAGE, 7, "9F8F", "3C00")),
                Rule.of("without a store only the full mode works",
                        bench -> bench.accepts(SECURE_BOOT, 0x05, 0, SIGNED),
                        bench -> bench.refuses(SECURE_BOOT_STORES_NOTHING, SECURE_BOOT, 0x07, 0, SIGNED))
                        .on(FULL_BOTH),
                Rule.of("a stored signature goes with its digest",
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
                            bench.accepts(SECURE_BOOT, 0x06, 0, DIGEST);
                            assertArrayEquals(SIGNATURE, Arrays.copyOf(bench.element().eeprom().slot(8), 64));
                        },
                        bench -> {
                            bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
                            bench.refuses(SIGNATURE_MISMATCH, SECURE_BOOT, 0x06, 0, other(DIGEST));
                        }).on(FULL_SIGNATURE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        (rule.image().equals(Bench.prototypeImage()) ? rule.on(IMAGE) : rule).prove();
    }

    @Test
    void theDigestIsKeptInSlot7() {
        Bench bench = Bench.of(IMAGE);
        bench.accepts(SECURE_BOOT, 0x07, 0, SIGNED);
        assertArrayEquals(DIGEST, bench.element().eeprom().block(7, 0));
    }

    @ParameterizedTest
    @EnumSource(value = StatusCode.class, names = { "MISCOMPARE", "EXECUTION_ERROR" })
    void theAnswerBeforeAnythingIsStoredIsASetting(StatusCode status) {
        Bench bench = Bench.of(IMAGE,
                SimulatorSettings.defaults().with(OpenPoint.SECURE_BOOT_NOTHING_STORED, status));
        bench.refuses(status, SECURE_BOOT_NOTHING_STORED, SECURE_BOOT, 0x06, 0, DIGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x85, 0x86, 0x87 })
    void anEncryptedDigestIsAnsweredWithAMac(int mode) {
        Bench bench = Bench.of(IMAGE.withSlotBytes(7, 0, DIGEST));
        byte[] session = SecureBoots.sessionKey(IO_KEY, bench.randomNonce());
        byte[] encrypted = SecureBoots.apply(session, DIGEST);
        byte[] signature = mode == 0x86 ? new byte[0] : SIGNATURE;
        assertArrayEquals(SecureBoots.mac(session, DIGEST, signature, mode, 0),
                bench.accepts(SECURE_BOOT, mode, 0, Bench.concat(encrypted, signature)));
        assertFalse(bench.tempKeyValid());
    }

    @Test
    void theMacOverAStoredSignatureHasTheSignatureInIt() {
        Bench bench = Bench.of(FULL_SIGNATURE.withSlotBytes(8, 0, SIGNATURE));
        byte[] session = SecureBoots.sessionKey(IO_KEY, bench.randomNonce());
        assertArrayEquals(SecureBoots.mac(session, DIGEST, SIGNATURE, 0x86, 0),
                bench.accepts(SECURE_BOOT, 0x86, 0, SecureBoots.apply(session, DIGEST)));
    }

    @Test
    void theConfigurationMayAskForARandomNonceAndMustHaveAnIoKey() {
        Bench random = Bench.of(IMAGE.withConfigurationBytes(70, (byte) 0x13));
        random.fixedNonce();
        random.refuses(TEMPKEY_SOURCE, SECURE_BOOT, 0x85, 0, SIGNED);
        Bench without = Bench.of(IMAGE.withConfigurationBytes(90, (byte) 0x0C));
        without.fixedNonce();
        without.refuses(IO_PROTECTION_DISABLED, SECURE_BOOT, 0x85, 0, SIGNED);
    }

    @Test
    void theConfigurationMayHaveNoSecureBootAndMustNameAUsableKey() {
        Bench.of(IMAGE.withConfigurationBytes(70, (byte) 0)).refuses(SECURE_BOOT_DISABLED, SECURE_BOOT, 0x05, 0,
                SIGNED);
        Bench.of(IMAGE.withConfigurationBytes(71, (byte) 0x87)).refuses(KEY_NOT_PUBLIC, SECURE_BOOT, 0x05, 0, SIGNED);
        Bench.of(IMAGE.withConfigurationBytes(71, (byte) 0xE7)).refuses(PUBLIC_KEY_NOT_VALID, SECURE_BOOT, 0x05, 0,
                SIGNED);
        Bench.of(IMAGE.withConfigurationBytes(70, (byte) 0x02)).refuses(SECURE_BOOT_STORE_SLOT, SECURE_BOOT, 0x07, 0,
                SIGNED);
    }

    @Test
    void aKeyCanBeTiedToASuccessfulBoot() {
        Bench bench = Bench.of(Bench.withPolicy(IMAGE.withConfigurationBytes(70, (byte) 0x0B), 0, "8500", "5310"));
        bench.message(Bench.ANY_32);
        bench.refuses(KEY_NEEDS_LATCH, SIGN, 0xA0, 0);
        bench.refuses(SIGNATURE_MISMATCH, SECURE_BOOT, 0x05, 0, Bench.concat(other(DIGEST), SIGNATURE));
        assertEquals(0, bench.accepts(INFO, 0x04, 0)[0]);
        bench.accepts(SECURE_BOOT, 0x05, 0, SIGNED);
        assertEquals(1, bench.accepts(INFO, 0x04, 0)[0]);
        bench.message(Bench.ANY_32);
        assertTrue(JdkCrypto.verify(PartFactory.publicKey(IMAGE, 0).bytes(), Bench.ANY_32,
                bench.accepts(SIGN, 0xA0, 0)));
    }
}
