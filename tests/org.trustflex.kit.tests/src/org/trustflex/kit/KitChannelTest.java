package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.ResponsePacket;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands to the selected device, over kits of all characters. */
class KitChannelTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] INFO = HEX.parseHex("0730000000035D");
    private static final String TALK = "E:t(0730000000035D)";
    private static final Duration TIME = Duration.ofMillis(5);

    private static KitChannel channel(ScriptedKit kit) throws Exception {
        KitChannel channel = new KitSession(new ReportFraming(kit)).select(0x6C);
        kit.requests().clear();
        kit.waits().clear();
        return channel;
    }

    /** A channel to a healthy board that answers one line otherwise. */
    private static KitChannel channelWhere(String request, String answer) throws Exception {
        return channel(ScriptedKit.board(line -> line.equals(request) ? answer : ""));
    }

    @Test
    void everyCommandIsWokenForAndFollowedByIdle() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> "");
        KitChannel channel = channel(kit);
        assertEquals("070000600383BB", HEX.formatHex(channel.exchange(INFO, TIME)));
        assertEquals(List.of("E:w()", TALK, "E:i()"), kit.requests());
    }

    @Test
    void sleepWakesFirstSinceAnIdleElementHearsNothingElse() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> "");
        channel(kit).sleep();
        assertEquals(List.of("E:w()", "E:s()"), kit.requests());
    }

    @Test
    void anElementThatWasLeftAwakeIsSentToSleepWhenItIsSelected() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> "");
        new KitSession(new ReportFraming(kit)).select(0x6C);
        assertEquals("E:s()", kit.requests().get(kit.requests().size() - 1));
        ScriptedKit asleep = ScriptedKit.board(request -> request.equals("E:s()") ? "18()" : "");
        new KitSession(new ReportFraming(asleep)).select(0x6C);
    }

    @Test
    void aTalkWaitsForTheElementAndForTheKitsPolling() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> "");
        channel(kit).exchange(INFO, Duration.ofMillis(653));
        Duration longest = kit.waits().stream().max(Duration::compareTo).orElseThrow();
        assertTrue(longest.toMillis() > 3100 && longest.toMillis() <= 3153, longest.toString());
    }

    @ParameterizedTest
    @CsvSource({ "18(),18,absent or asleep", "18(03073000),18,absent or asleep", "F0(),F0,could not read an answer",
            "C5(),C5,no such device", "03(),03,does not know the command", "E4(0000),E4,length",
            "7B(),7B,no kit program" })
    void aStatusOfTheKitIsALinkThatFailed(String answer, String status, String meaning) throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> request.equals(TALK) ? answer : "");
        KitChannel channel = channel(kit);
        String message = assertThrows(LinkFailed.class, () -> channel.exchange(INFO, TIME)).getMessage();
        assertTrue(message.contains(status) && message.contains(meaning), message);
        assertEquals(List.of("E:w()", TALK, "E:i()"), kit.requests());
    }

    @Test
    void anEmptyAnswerIsALinkThatFailed() throws Exception {
        assertThrows(LinkFailed.class, () -> channelWhere(TALK, "00()").exchange(INFO, TIME));
        assertThrows(LinkFailed.class, () -> channelWhere("E:w()", "00()").exchange(INFO, TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00(040F234)", "00(040f2342)", "00(04 0F)", "00(040F2342", "0(040F2342)", "00(040F2342))",
            "ECC608B TWI 00(6C)" })
    void anAnswerOfAnotherFormIsMalformed(String answer) throws Exception {
        assertThrows(MalformedReply.class, () -> channelWhere(TALK, answer).exchange(INFO, TIME));
    }

    @Test
    void whatTheElementSaysIsHandedOnUnchecked() throws Exception {
        assertArrayEquals(HEX.parseHex("040F2342"), channelWhere(TALK, "00(040F2342)").exchange(INFO, TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = { "05000340", "03000340", "FF000340", "0500000340", "04000341", "0000", "07000060028038AB" })
    void aWrongCountOrChecksumNeverPassesForAResponse(String packet) throws Exception {
        byte[] answer = channelWhere(TALK, "00(" + packet + ")").exchange(INFO, TIME);
        assertThrows(MalformedReply.class, () -> ResponsePacket.parse(answer));
    }

    @Test
    void aLineThatComesBackIsSaidToBeNotUnderstoodWithoutShowingIt() throws Exception {
        String message = assertThrows(MalformedReply.class, () -> channelWhere(TALK, TALK).exchange(INFO, TIME))
                .getMessage();
        assertTrue(message.contains("did not understand"), message);
        assertFalse(message.contains("0730"), message);
    }

    @ParameterizedTest
    @CsvSource({ "18(),LinkFailed,absent or asleep", "00(0407C440),LinkFailed,self-test",
            "00(04113342),MalformedReply,04113343", "00(041133),MalformedReply,04113343",
            "00(0411334300),MalformedReply,5 bytes", "00(04113343,MalformedReply,brackets" })
    void onlyTheFourBytesAreAWakeAnswer(String answer, String type, String says) throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> request.equals("E:w()") ? answer : "");
        KitChannel channel = channel(kit);
        Exception failure = assertThrows(Exception.class, () -> channel.exchange(INFO, TIME));
        assertEquals(type, failure.getClass().getSimpleName());
        assertTrue(failure.getMessage().contains(says), failure.getMessage());
        assertEquals(List.of("E:w()"), kit.requests());
    }

    @Test
    void anElementThatCantBePutToIdleLeavesItsMemoryUnknown() throws Exception {
        String message = assertThrows(LinkFailed.class, () -> channelWhere("E:i()", "18()").exchange(INFO, TIME))
                .getMessage();
        assertTrue(message.contains("has executed") && message.contains("unknown"), message);
    }

    @Test
    void anElementThatDoesNotSleepIsSaidSo() throws Exception {
        KitChannel channel = channelWhere("E:s()", "18()");
        assertThrows(LinkFailed.class, channel::sleep);
    }

    @Test
    void aCommandThatTheKitHasNoRoomForIsNotSent() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> request.startsWith("E:t(") ? "00(04000340)" : "");
        KitChannel channel = channel(kit);
        assertEquals(4, channel.exchange(new byte[147], TIME).length);
        kit.requests().clear();
        String message = assertThrows(LinkFailed.class, () -> channel.exchange(new byte[148], TIME)).getMessage();
        assertTrue(message.contains("302") && message.contains("300"), message);
        assertEquals(List.of("E:w()"), kit.requests());
    }
}
