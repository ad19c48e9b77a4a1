package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines in reports of 64 bytes. */
class ReportFramingTest {

    private static final int LONGEST_LINE = ReplyAssembler.LONGEST - 1;

    private static Optional<String> receive(ScriptedKit kit) throws Exception {
        return new ReportFraming(kit).receive(Deadline.after(Duration.ofSeconds(1)));
    }

    private static ScriptedKit unasked(String text) {
        ScriptedKit kit = ScriptedKit.text(request -> "");
        kit.sendUnasked(text);
        return kit;
    }

    @ParameterizedTest
    @CsvSource({ "0,1", "1,1", "63,1", "64,2", "127,2", "128,3", "191,3", "192,4", "255,4", "256,5", "276,5", "319,5",
            "320,6" })
    void aLineTakesAsManyReportsAsItNeedsAndComesBackWhole(int length, int reports) throws Exception {
        String line = "x".repeat(length);
        assertEquals(reports, Report.cut(line).size());
        assertEquals(Optional.of(line), receive(unasked(line + "\n")));
    }

    @Test
    void theLastReportIsFilledUpWithZeros() {
        byte[] expected = new byte[Report.SIZE];
        System.arraycopy("E:w()\n".getBytes(StandardCharsets.US_ASCII), 0, expected, 0, 6);
        List<byte[]> reports = Report.cut("E:w()");
        assertEquals(1, reports.size());
        assertArrayEquals(expected, reports.get(0));
    }

    @Test
    void aLineAndItsAnswerGoThroughReportsWhole() throws Exception {
        for (int length = 1; length < Conversation.LONGEST_REQUEST; length++) {
            ScriptedKit kit = ScriptedKit.text(request -> request + "\n");
            KitLink link = new ReportFraming(kit);
            String line = "abcdefghij".repeat(30).substring(0, length);
            link.send(line, Deadline.after(Duration.ofSeconds(1)));
            assertEquals(List.of(line), kit.requests());
            assertEquals(Optional.of(line), link.receive(Deadline.after(Duration.ofSeconds(1))));
            assertFalse(link.hasUnread());
        }
    }

    @Test
    void zerosBeforeTheFirstCharacterArePadding() throws Exception {
        assertEquals(Optional.of("00()"), receive(unasked("\0".repeat(100) + "00()\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00(\0)\n", "0\u00000()\n", "00()\r\n", "00(\u00e9)\n", "00(\u007f)\n", "\t00()\n",
            "\u001b[2J\n" })
    void everyOtherByteMustBePrintable(String text) {
        assertThrows(MalformedReply.class, () -> receive(unasked(text)));
    }

    @Test
    void aLineMayBeLongButNotLonger() throws Exception {
        assertEquals(LONGEST_LINE, receive(unasked("0".repeat(LONGEST_LINE) + "\n")).orElseThrow().length());
        assertThrows(MalformedReply.class, () -> receive(unasked("0".repeat(LONGEST_LINE + 1) + "\n")));
        assertThrows(MalformedReply.class, () -> receive(unasked("\0".repeat(1000) + "00()\n")));
    }

    @Test
    void aMegabyteOfHexIsRefusedAfterAFewReports() {
        ScriptedKit kit = unasked("AB".repeat(1 << 19));
        assertThrows(MalformedReply.class, () -> receive(kit));
        assertEquals(8, kit.waits().size());
    }

    @Test
    void aLineThatNeverEndsIsNoLine() throws Exception {
        assertEquals(Optional.empty(), receive(unasked("00(" + "A".repeat(61))));
        assertEquals(Optional.empty(), receive(unasked("")));
    }

    @Test
    void whatStandsBehindTheNewlineIsNoticed() throws Exception {
        ScriptedKit kit = unasked("00()\n\0x");
        KitLink link = new ReportFraming(kit);
        assertEquals(Optional.of("00()"), link.receive(Deadline.now()));
        assertTrue(link.hasUnread());
        link.send("E:w()", Deadline.after(Duration.ofSeconds(1)));
        assertFalse(link.hasUnread());
    }

    @Test
    void aReportOfAnotherLengthIsNone() {
        ReportPort shortReports = new ReportPort() {

            @Override
            public void write(byte[] report) {
                // Nobody listens.
            }

            @Override
            public int read(byte[] report, Duration timeout) {
                report[0] = '\n';
                return Report.SIZE - 1;
            }

            @Override
            public void close() {
                // Nothing to release.
            }
        };
        assertThrows(MalformedReply.class, () -> new ReportFraming(shortReports).receive(Deadline.now()));
    }

    @Test
    void whatCameUnaskedIsDroppedBeforeAQuestion() throws Exception {
        ScriptedKit kit = ScriptedKit.text(request -> "00(AA)\n");
        kit.sendUnasked("00(BB)\n");
        kit.sendUnasked("00(CC)\n");
        KitLink link = new ReportFraming(kit);
        link.send("E:w()", Deadline.after(Duration.ofSeconds(1)));
        assertEquals(Optional.of("00(AA)"), link.receive(Deadline.after(Duration.ofSeconds(1))));
    }

    @Test
    void aDeviceThatNeverStopsSendingIsNotAsked() {
        ScriptedKit kit = unasked("x".repeat(1 << 20));
        assertThrows(LinkFailed.class, () -> new ReportFraming(kit).send("E:w()",
                Deadline.after(Duration.ofMinutes(1))));
        assertEquals(List.of(), kit.requests());
    }

    @Test
    void theLinkClosesItsPort() {
        ScriptedKit kit = unasked("");
        new ReportFraming(kit).close();
        assertTrue(kit.isClosed());
    }
}
