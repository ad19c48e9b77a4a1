package org.trustflex.atecc.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;

class ProbableCauseTest {

    @ParameterizedTest
    @EnumSource(ProbableCause.class)
    void everyCauseIsASentence(ProbableCause cause) {
        String text = cause.text(14, 13);
        assertFalse(text.contains("%"), text);
        assertTrue(text.endsWith("."), text);
    }

    @Test
    void aRefusedEcdhNamesTheKeyThatMayNot() {
        ProbableReason reasons = new ProbableReason(TrustFlexProfile.PROTOTYPE.template());
        CommandPacket command = CommandPacket.of(Opcode.ECDH, 0x0C, 1, new byte[64]);
        Explanation explanation = reasons.of(command, StatusCode.EXECUTION_ERROR).orElseThrow();
        assertEquals(ProbableCause.ECDH_FORBIDDEN, explanation.cause());
        assertEquals("the private key in slot 1 takes no part in key agreement.", explanation.text());
        assertTrue(reasons.of(command, StatusCode.SUCCESS).isEmpty());
    }
}
