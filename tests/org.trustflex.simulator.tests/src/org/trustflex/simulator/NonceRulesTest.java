package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.trustflex.atecc.packet.Opcode.NONCE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_LENGTH;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_MODE;
import static org.trustflex.simulator.refusal.RefusalReason.ILLEGAL_PARAM2;
import static org.trustflex.simulator.refusal.RefusalReason.TEMPKEY_INVALID;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When Nonce is refused (508A data sheet, section 9.12). */
class NonceRulesTest {

    static Stream<Rule> nonceRules() {
        return Stream.of(
                Rule.of("Nonce has no mode 2",
                        bench -> bench.accepts(NONCE, 0x01, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0x02, 0, new byte[20])),
                Rule.of("a random nonce takes 20 bytes",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x00, 0, new byte[32])),
                Rule.of("a nonce from outside takes 32 bytes",
                        bench -> bench.accepts(NONCE, 0x03, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x03, 0, new byte[20])),
                Rule.of("bit 5 asks for 64 bytes",
                        bench -> bench.accepts(NONCE, 0x63, 0, new byte[64]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0x63, 0, new byte[32])),
                Rule.of("the alternate key buffer has 32 bytes",
                        bench -> bench.accepts(NONCE, 0x83, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_LENGTH, NONCE, 0xA3, 0, new byte[64])),
                Rule.of("there are three targets",
                        bench -> bench.accepts(NONCE, 0x43, 0, new byte[32]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0xC3, 0, new byte[32])),
                Rule.of("random nonces have one target",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_MODE, NONCE, 0x40, 0, new byte[20])),
                Rule.of("Param2 is 0 or 8000",
                        bench -> bench.accepts(NONCE, 0x00, 0, new byte[20]),
                        bench -> bench.refuses(ILLEGAL_PARAM2, NONCE, 0x00, 1, new byte[20])),
                Rule.of("8000 starts from TempKey, which must be valid",
                        bench -> {
                            bench.fixedNonce();
                            bench.accepts(NONCE, 0x00, 0x8000, new byte[20]);
                            assertFalse(bench.element().state().tempKey().orElseThrow().passThrough());
                        },
                        bench -> bench.refuses(TEMPKEY_INVALID, NONCE, 0x00, 0x8000, new byte[20])));
    }

    @ParameterizedTest
    @MethodSource("nonceRules")
    void theRulePassesAndItsNeighbourDoesNot(Rule rule) {
        rule.prove();
    }
}
