package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trustflex.atecc.packet.Opcode.CHECK_MAC;
import static org.trustflex.atecc.packet.Opcode.MAC;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.KEY_IS_PRIVATE;
import static org.trustflex.simulator.refusal.RefusalReason.MAC_MISMATCH;
import static org.trustflex.simulator.refusal.RefusalReason.RANDOM_NONCE_NEEDED;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_SOURCE;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.atecc.host.Macs;
import org.trustflex.simulator.eeprom.EepromImage;

/** When CheckMac is refused (508A data sheet, section 9.2). */
class CheckMacRulesTest {

    private static final byte[] CHALLENGE = Bench.ANY_32;
    /** Slots 2 and 3 as data, where CheckMac with slot 2 may copy slot 3. */
    private static final EepromImage COPYING = Bench.withPolicy(
            Bench.withPolicy(Bench.prototypeImage(), 2, "8F0F", "1C00"), 3, "800F", "1C00");

    static Stream<Rule> checkMacRules() {
        return Stream.of(
                Rule.of("one bit of the response decides",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(MAC_MISMATCH, CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 1))),
                Rule.of("the mode's source bit must fit",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 5, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> bench.refuses(TEMPKEY_SOURCE, CHECK_MAC, 0x05, 5,
                                checkMac(bench.randomNonce(), 5, 0))),
                Rule.of("the key of slot 6 needs a random nonce in the message",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 6, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> bench.refuses(RANDOM_NONCE_NEEDED, CHECK_MAC, 0x00, 6, checkMac(CHALLENGE, 0, 0))),
                Rule.of("private keys check nothing",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 9, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(KEY_IS_PRIVATE, CHECK_MAC, 0x00, 3, checkMac(CHALLENGE, 0, 0))),
                Rule.of("the challenge must be there even where it is ignored",
                        bench -> bench.accepts(CHECK_MAC, 0x01, 5, checkMac(bench.randomNonce(), 1, 0)),
                        bench -> {
                            byte[] data = checkMac(bench.randomNonce(), 1, 0);
                            bench.refuses(ILLEGAL_LENGTH, CHECK_MAC, 0x01, 5, Arrays.copyOfRange(data, 32, 77));
                        }),
                Rule.of("CheckMac has no bit 6",
                        bench -> bench.accepts(CHECK_MAC, 0x00, 5, checkMac(CHALLENGE, 0, 0)),
                        bench -> bench.refuses(ILLEGAL_MODE, CHECK_MAC, 0x40, 5, checkMac(CHALLENGE, 0, 0))),
                Rule.of("a copy leaves the neighbour slot in TempKey if its ReadKey is 0",
                        bench -> {
                            bench.accepts(CHECK_MAC, 0x01, 2, checkMac(keyOf(bench, 2), bench.randomNonce(), 1));
                            assertTrue(bench.tempKeyValid(), "slot 3 was copied");
                        },
                        bench -> {
                            bench.refuses(MAC_MISMATCH, CHECK_MAC, 0x01, 2, checkMac(bench.randomNonce(), 1, 1));
                            assertFalse(bench.tempKeyValid());
                        }).on(COPYING));
    }

    private static byte[] keyOf(Bench bench, int slot) {
        return Arrays.copyOf(bench.element().eeprom().slot(slot), 32);
    }

    /** With a key of zeros. */
    private static byte[] checkMac(byte[] challenge, int mode, int wrongBit) {
        byte[] data = checkMac(new byte[32], challenge, mode);
        data[63] ^= (byte) wrongBit;
        return data;
    }

    private static byte[] checkMac(byte[] key, byte[] challenge, int mode) {
        byte[] response = Macs.checkMac(key, challenge, mode, new byte[13], Bench.otp(), Bench.SERIAL);
        return Bench.concat(challenge, response, new byte[13]);
    }

    @ParameterizedTest
    @MethodSource("checkMacRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }

    @Test
    void macAndCheckMacAgree() {
        Bench bench = Bench.of(Bench.prototypeImage().withSlotBytes(5, 0, Bench.ramp(32)));
        byte[] mac = bench.accepts(MAC, 0x00, 5, CHALLENGE);
        byte[] otherData = { 0x08, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
        bench.accepts(CHECK_MAC, 0x00, 5, Bench.concat(CHALLENGE, mac, otherData));
        assertArrayEquals(mac, Macs.mac(Bench.ramp(32), CHALLENGE, 0, 5, Bench.otp(), Bench.SERIAL));
    }
}
