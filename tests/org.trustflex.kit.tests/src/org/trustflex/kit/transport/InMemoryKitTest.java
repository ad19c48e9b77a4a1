package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitChannel;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.Report;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.StubPart;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Host end and device end, joined by reports in memory. */
class InMemoryKitTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StubPart part = new StubPart(0x6C);
    private final KitProgram program = new KitProgram(new KitBus(List.of(part)));

    @Test
    void aWaitForAnAnswerThatCantComeEndsAtOnce() {
        InMemoryKit port = new InMemoryKit(program, KitFault.NONE);
        assertEquals(0, port.read(new byte[Report.SIZE], Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 7, 28, 29, 60, 61, 92, 93, 124, 125, 135, 147 })
    void aCommandOfAnyLengthArrivesWholeAndItsAnswerComesBackWhole(int length) throws Exception {
        part.commands(packet -> String.format("%02X", 75) + packet.substring(0, 4).repeat(37));
        byte[] command = new byte[length];
        for (int i = 0; i < length; i++) {
            command[i] = (byte) (length - i);
        }
        KitChannel channel = new KitSession(InMemoryKit.link(program)).select(0x6C);
        byte[] answer = channel.exchange(command, Duration.ofMillis(5));
        assertEquals(75, answer.length);
        assertEquals(HEX.formatHex(command, 0, 2).repeat(37), HEX.formatHex(answer, 1, 75));
    }

    @Test
    void aPartThatDiesInMidSessionDoesNotAcknowledge() throws Exception {
        KitChannel channel = new KitSession(InMemoryKit.link(program)).select(0x6C);
        byte[] info = HEX.parseHex("0730000000035D");
        assertEquals("07000060028038", HEX.formatHex(channel.exchange(info, Duration.ofMillis(5))));
        part.die();
        assertThrows(LinkFailed.class, () -> channel.exchange(info, Duration.ofMillis(5)));
    }

    @Test
    void twoLinksInTurnMeetTheSamePart() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (KitLink link = InMemoryKit.link(program)) {
                assertEquals(1, new KitSession(link).devices().size());
            }
        }
    }
}
