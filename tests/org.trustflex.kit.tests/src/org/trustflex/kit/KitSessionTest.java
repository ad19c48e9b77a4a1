package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.kit.device.BusDevice;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.NoDeviceAnswer;
import org.trustflex.kit.device.StubPart;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.kit.transport.KitFault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kit is asked about itself. */
class KitSessionTest {

    private static KitSession session(ScriptedKit kit) {
        return new KitSession(new ReportFraming(kit));
    }

    @ParameterizedTest
    @EnumSource(NoDeviceAnswer.class)
    void theDevicesComeInTheKitsOrder(NoDeviceAnswer absent) throws Exception {
        KitBus bus = new KitBus(List.of(new StubPart(0x6A), new StubPart(0x6C).revision("070000600383BB")));
        KitSession session = new KitSession(InMemoryKit.link(new KitProgram(bus, absent)));
        assertEquals(List.of(new KitDevice(0, "ECC608B", BusType.TWI, 0x6C), new KitDevice(1, "ECC608A", BusType.TWI,
                0x6A)),
                session.devices());
        assertEquals("TrustPlatform ECC608B TWI", session.version());
        assertEquals("2.2.0", session.firmware().version());
    }

    @Test
    void anEmptyBoardHasNoDevices() throws Exception {
        KitSession session = new KitSession(InMemoryKit.link(new KitProgram(new KitBus(List.<BusDevice>of()))));
        assertEquals(List.of(), session.devices());
        LinkFailed absent = assertThrows(LinkFailed.class, () -> session.select(0x6C));
        assertTrue(absent.getMessage().contains("6C") && absent.getMessage().contains("none at all"),
                absent.getMessage());
    }

    @Test
    void aKitThatAlwaysHasOneMoreIsAskedEightTimes() throws Exception {
        ScriptedKit kit = ScriptedKit.text(request -> "ECC608B TWI 00(6C)\n");
        assertEquals(8, session(kit).devices().size());
        assertEquals("board:device(07)", kit.requests().get(kit.requests().size() - 1));
    }

    @Test
    void anAddressWithoutADeviceIsNeverSelected() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> "");
        KitSession session = session(kit);
        LinkFailed absent = assertThrows(LinkFailed.class, () -> session.select(0x6A));
        assertTrue(absent.getMessage().contains("6A") && absent.getMessage().contains("ECC608B at 6C"),
                absent.getMessage());
        assertFalse(kit.requests().contains("E:physical:select(6A)"));
        assertEquals(0x6C, session.select(0x6C).device().address());
    }

    @Test
    void aDeviceOnAnotherBusIsNotTheOne() {
        ScriptedKit kit = ScriptedKit
                .board(request -> request.equals("board:device(00)") ? "ECC608B SWI 00(6C)" : "");
        assertThrows(LinkFailed.class, () -> session(kit).select(0x6C));
    }

    @Test
    void aSelectionThatTheKitRefusesFails() {
        ScriptedKit kit = ScriptedKit.board(request -> request.startsWith("E:physical") ? "C5()" : "");
        LinkFailed refused = assertThrows(LinkFailed.class, () -> session(kit).select(0x6C));
        assertTrue(refused.getMessage().contains("C5") && refused.getMessage().contains("no such device"),
                refused.getMessage());
    }

    @Test
    void theListIsAskedOnceUntilAnotherSearch() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> request.equals("board:discover()") ? "00()" : "");
        KitSession session = session(kit);
        session.devices();
        session.devices();
        assertEquals(2, kit.requests().size());
        session.discover();
        session.devices();
        assertEquals(5, kit.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "E:t(0740", "\0\0E:t(", "b" })
    void halfALineThatAKilledProgramLeftBehindDoesNoHarm(String leftover) throws Exception {
        KitProgram program = new KitProgram(new KitBus(List.of(new StubPart(0x6C))));
        InMemoryKit port = new InMemoryKit(program, KitFault.NONE);
        byte[] report = Arrays.copyOf(leftover.getBytes(StandardCharsets.US_ASCII), 64);
        port.write(report);
        assertEquals(1, new KitSession(new ReportFraming(port)).devices().size());
    }

    @Test
    void aKitThatTalksNonsenseTwiceIsNone() {
        ScriptedKit kit = ScriptedKit.text(request -> request.startsWith("hello") ? request + "\n" : "nonsense\n");
        assertThrows(MalformedReply.class, () -> session(kit).devices());
        assertEquals(List.of("board:device(00)", "hello 1", "board:device(00)"), kit.requests());
    }

    @Test
    void aKitThatSaysNothingFailsWithTheQuestionAndTheWait() {
        LinkFailed silent = assertThrows(LinkFailed.class, () -> session(ScriptedKit.text(request -> "")).devices());
        assertTrue(silent.getMessage().contains("board:device(00)") && silent.getMessage().contains("2000 ms"),
                silent.getMessage());
    }

    @Test
    void aBoardWithAnotherProgramIsNotTakenForOne() {
        ScriptedKit echo = ScriptedKit.text(request -> request + "\n");
        MalformedReply echoed = assertThrows(MalformedReply.class, () -> session(echo).firmware());
        assertTrue(echoed.getMessage().contains("did not understand"), echoed.getMessage());
    }

    @Test
    void aSearchThatFailsSaysSo() {
        ScriptedKit kit = ScriptedKit.board(request -> request.equals("board:discover()") ? "F0()" : "");
        assertThrows(LinkFailed.class, () -> session(kit).discover());
    }

    @Test
    void closingTheSessionOrItsChannelClosesTheLink() throws Exception {
        ScriptedKit one = ScriptedKit.board(request -> "");
        session(one).close();
        assertTrue(one.isClosed());
        ScriptedKit other = ScriptedKit.board(request -> "");
        session(other).select(0x6C).close();
        assertTrue(other.isClosed());
    }
}
