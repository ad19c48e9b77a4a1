package org.trustflex.kit.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of the kit program meets beyond the recorded lines. */
class KitProgramTest {

    private final StubPart part = new StubPart(0x6C);
    private final KitProgram program = new KitProgram(new KitBus(List.of(part)));

    @ParameterizedTest
    @ValueSource(strings = { "E:wake()", "e:w()", "ecc:WAKE()", "sha:wake()", "d:w()", "aes:w()",
            "ecc(0000006C):wake()",
            "Elephant:whatever()" })
    void aWordIsKnownByItsFirstLetter(String line) {
        assertEquals("00(04113343)", program.answer(line));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "E", "E:", "E:w", "E:w(", "E:w)", "E:w()x", "E:w() ", "E:w(0)", "E:w(0g)", " :w()",
            ":w()",
            "E:()", "T:w()", "ta:wake()", "ecc(6C):wake()", "E:x()", "E:m()", "E:w()\r", "b:x()", "board:device()",
            "board:device(0)", "board:device(0000)", "board:version", "E:physical:select()", "E:physical:select(6)",
            "E:physical:select(006C)", "E:physical:interface(6C)", "E:a:b:w()", "\u00ff\u0080" })
    void aLineThatIsNotUnderstoodComesBack(String line) {
        assertEquals(line, program.answer(line));
    }

    @ParameterizedTest
    @CsvSource({ "board:firmware(04),''", "board:f(),CryptoAuthTrustPlatform 00(020200)",
            "b:v(),'TrustPlatform ECC608A TWI '",
            "board:device(FF),'no_device '", "board:last_error(),04()d:last_error()", "board:application(),04()",
            "E:se(00),04()", "E:r(),04()", "E:mw(00),04()", "E:mr(00),04()" })
    void theRarerLinesAreAnsweredToo(String request, String answer) {
        assertEquals(answer, program.answer(request));
    }

    @Test
    void anAbsentDeviceMayBeAnsweredInTheFormOfOne() {
        KitProgram other = new KitProgram(new KitBus(List.of(part)), NoDeviceAnswer.LIKE_A_DEVICE);
        assertEquals("ECC608A TWI 00(6C)", other.answer("board:device(00)"));
        assertEquals("no_device TWI 00(00)", other.answer("board:device(01)"));
    }

    @Test
    void theScanGoesDownAndKeepsEight() {
        List<BusDevice> nine = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            nine.add(new StubPart(0x10 + 2 * i));
        }
        KitProgram full = new KitProgram(new KitBus(nine));
        assertEquals("ECC608A TWI 00(20)", full.answer("board:device(00)"));
        assertEquals("ECC608A TWI 00(12)", full.answer("board:device(07)"));
        assertEquals("no_device ", full.answer("board:device(08)"));
    }

    @ParameterizedTest
    @CsvSource({ "60,02,ECC608A", "60,03,ECC608B", "60,FF,ECC608B", "50,00,ECC508A" })
    void theNameFollowsTheRevision(String family, String revision, String name) {
        StubPart named = new StubPart(0x6C).revision("070000" + family + revision + "0000");
        assertEquals(name + " TWI 00(6C)", new KitProgram(new KitBus(List.of(named))).answer("board:device(00)"));
    }

    @Test
    void aPartOfAnUnknownFamilyIsNotListed() {
        StubPart stranger = new StubPart(0x6C).revision("07000061020000");
        assertEquals("no_device ", new KitProgram(new KitBus(List.of(stranger))).answer("board:device(00)"));
    }

    @Test
    void aPartThatDiesIsMissedAtTheNextSearchOnly() {
        part.die();
        assertEquals("ECC608A TWI 00(6C)", program.answer("board:device(00)"));
        assertEquals("00()", program.answer("board:discover()"));
        assertEquals("no_device ", program.answer("board:device(00)"));
        assertEquals("TrustPlatform no_device ", program.answer("board:version()"));
    }

    @Test
    void nobodyAnswersAtAnAddressThatIsNotThere() {
        assertEquals("00()", program.answer("E:physical:select(77)"));
        assertEquals("18()", program.answer("E:w()"));
        assertEquals("00()", program.answer("E:i()"));
        assertEquals("18()", program.answer("E:s()"));
        assertEquals("18(03073000)", program.answer("E:t(0730000000035D)"));
        assertEquals("18(03070000)", program.answer("E:t(07)"));
    }

    @Test
    void aSleepingPartDoesNotAcknowledge() {
        assertEquals("18()", program.answer("E:s()"));
        assertEquals("18(03073000)", program.answer("E:t(0730000000035D)"));
        assertEquals("00(04113343)", program.answer("E:w()"));
        assertTrue(part.isAwake());
        assertEquals("00()", program.answer("E:s()"));
        assertFalse(part.isAwake());
    }

    @ParameterizedTest
    @CsvSource({ "'',18()", "03AABBCC,F0()", "FF,F0()", "04000340,00(04000340)", "06000340,00(06000340FFFF)",
            "0400034099,00(04000340)" })
    void aResponseIsReadByItsCount(String response, String answer) {
        part.commands(packet -> response);
        program.answer("E:w()");
        assertEquals(answer, program.answer("E:t(071B00000024CD)"));
    }

    @Test
    void anEmptyPacketIsNotAcknowledged() {
        program.answer("E:w()");
        assertEquals("18()", program.answer("E:t()"));
    }

    @Test
    void noLineWhateverMakesItFail() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String line = RandomLines.next(random);
            String answer = program.answer(line);
            boolean oneLine = answer.indexOf('\n') < 0;
            boolean known = answer.equals(line) || answer.isEmpty() || answer.matches("[0-9A-F]{2}\\([0-9A-F]*\\).*")
                    || answer.matches("(no_device|TrustPlatform|ECC|SHA|AES|Crypto)[ -~]*");
            assertTrue(oneLine && known, () -> "Seed " + seed + ": " + line + " was answered by " + answer);
        }
    }
}
