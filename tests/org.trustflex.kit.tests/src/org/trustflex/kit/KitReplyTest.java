package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.kit.device.RandomLines;

import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of an answer. */
class KitReplyTest {

    @ParameterizedTest
    @CsvSource({ "00(),0,''", "00(04113343),0,04113343", "18(03073000),24,03073000", "FF(AB),255,AB", "C5(),197,''" })
    void anAnswerIsAStatusAndBytes(String line, int status, String payload) throws Exception {
        KitReply reply = KitReply.parse(line);
        assertEquals(status, reply.status());
        assertEquals(status == 0, reply.isSuccess());
        assertArrayEquals(HexFormat.of().parseHex(payload), reply.payload());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "00", "00(", "00)", "0()", "000()", "00(0)", "00(041)", "00(0G)", "00(0g)", "00(ab)",
            "fF()", "00 ()", " 00()", "00() ", "00()00()", "00(00))", "00((00)", "00(00)\r", "00(04 11)", "no_device ",
            "ECC608B TWI 00(6C)", "-1()", "00(\u0660\u0660)" })
    void whatIsNearlyAnAnswerIsNone(String line) {
        MalformedReply malformed = assertThrows(MalformedReply.class, () -> KitReply.parse(line));
        assertTrue(malformed.getMessage().contains(line.length() + " characters"), malformed.getMessage());
    }

    @Test
    void aMessageShowsNoMoreThanTheBeginning() {
        String secret = "00(23DEADBEEFDEADBEEF";
        String message = assertThrows(MalformedReply.class, () -> KitReply.parse(secret)).getMessage();
        assertFalse(message.contains("DEADBEEF"), message);
    }

    @Test
    void noLineWhateverIsMoreThanRefused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String line = RandomLines.next(random);
            boolean right = line.matches("[0-9A-F]{2}\\(([0-9A-F]{2})*\\)");
            try {
                KitReply.parse(line);
                assertTrue(right, () -> "Seed " + seed + ": accepted " + line);
            } catch (MalformedReply e) {
                assertFalse(right, () -> "Seed " + seed + ": refused " + line);
            }
        }
    }
}
