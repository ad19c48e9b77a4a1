package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.StubPart;
import org.trustflex.kit.transport.Delivery;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.kit.transport.KitFault;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that mean harm or are broken, and wires that lose, delay and spoil what they carry. */
class HostileKitTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] INFO = HEX.parseHex("0730000000035D");
    private static final byte[] RANDOM = HEX.parseHex("071B00000024CD");
    private static final String RIGHT = "040F2342";
    private static final Duration TIME = Duration.ofMillis(5);

    /** A wire on which the talk with this number, counted from 1, fares otherwise than all others. */
    private static KitFault atTalk(int number, Function<String, Delivery> fate) {
        return new KitFault() {

            private int talks;

            @Override
            public Delivery deliver(String request, String answer) {
                boolean struck = request.startsWith("E:t(") && ++talks == number;
                return struck ? fate.apply(answer) : new Delivery.Arrives(answer);
            }
        };
    }

    private static KitChannel channel(KitFault fault) throws Exception {
        KitProgram program = new KitProgram(new KitBus(List.of(new StubPart(0x6C))));
        return new KitSession(InMemoryKit.link(program, fault)).select(0x6C);
    }

    private static String exchange(KitChannel channel, byte[] command) throws Exception {
        return HEX.formatHex(channel.exchange(command, TIME));
    }

    @Test
    void aLostAnswerFailsAndTheNextCommandIsItself() throws Exception {
        KitChannel channel = channel(atTalk(1, answer -> new Delivery.Lost()));
        assertThrows(LinkFailed.class, () -> exchange(channel, INFO));
        assertEquals(RIGHT, exchange(channel, RANDOM));
    }

    @Test
    void anAnswerThatComesTooLateIsNeverTakenForTheNextOne() throws Exception {
        KitChannel channel = channel(atTalk(1, Delivery.Late::new));
        assertThrows(LinkFailed.class, () -> exchange(channel, INFO));
        assertEquals(RIGHT, exchange(channel, RANDOM));
        assertEquals("07000060028038", exchange(channel, INFO));
    }

    @ParameterizedTest
    @ValueSource(strings = { "00(", "", "00(07000060028038", "00(07000060028038)\n00(04000340)", "00(\0)", "x" })
    void aSpoiltAnswerIsMalformedAndTheNextCommandIsItself(String spoilt) throws Exception {
        KitChannel channel = channel(atTalk(1, answer -> new Delivery.Arrives(spoilt)));
        assertThrows(MalformedReply.class, () -> exchange(channel, INFO));
        assertEquals(RIGHT, exchange(channel, RANDOM));
    }

    @Test
    void aRequestThatIsLostIsNotExecuted() throws Exception {
        int[] executed = { 0 };
        StubPart part = new StubPart(0x6C).commands(packet -> {
            executed[0]++;
            return RIGHT;
        });
        KitFault firstTalk = new KitFault() {

            private boolean done;

            @Override
            public boolean reaches(String request) {
                boolean struck = request.startsWith("E:t(") && !done;
                done |= struck;
                return !struck;
            }
        };
        KitProgram program = new KitProgram(new KitBus(List.of(part)));
        KitChannel channel = new KitSession(InMemoryKit.link(program, firstTalk)).select(0x6C);
        assertThrows(LinkFailed.class, () -> exchange(channel, RANDOM));
        assertEquals(0, executed[0]);
        assertEquals(RIGHT, exchange(channel, RANDOM));
        assertEquals(1, executed[0]);
    }

    @Test
    void whateverHappensOnTheWireNoCommandGetsAnothersAnswer() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        KitFault weather = new KitFault() {

            @Override
            public boolean reaches(String request) {
                return random.nextInt(20) > 0;
            }

            @Override
            public Delivery deliver(String request, String answer) {
                return switch (random.nextInt(20)) {
                    case 0 -> new Delivery.Lost();
                    case 1 -> new Delivery.Late(answer);
                    case 2 -> new Delivery.Arrives(answer.substring(0, random.nextInt(answer.length())));
                    default -> new Delivery.Arrives(answer);
                };
            }
        };
        StubPart part = new StubPart(0x6C).commands(packet -> packet);
        KitLink link = InMemoryKit.link(new KitProgram(new KitBus(List.of(part))), weather);
        Conversation conversation = new Conversation(link, KitTiming.STANDARD);
        KitChannel channel = new KitChannel(conversation, new KitDevice(0, "ECC608A", BusType.TWI, 0x6C));
        int succeeded = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] command = { 7, 0x1B, (byte) random.nextInt(), (byte) i, (byte) (i >> 8), 0, 0 };
            try {
                String answer = HEX.formatHex(channel.exchange(command, TIME));
                assertEquals(HEX.formatHex(command), answer, () -> "Seed " + seed);
                succeeded++;
            } catch (LinkFailed | MalformedReply e) {
                // That is what such a wire is for.
            }
        }
        int count = succeeded;
        assertTrue(count > 1_000, () -> "Seed " + seed + ": only " + count + " commands came through");
    }

    @Test
    void aMegabyteOfHexIsMalformedAndADeviceThatGoesOnSoIsGivenUp() throws Exception {
        ScriptedKit kit = ScriptedKit.board(request -> request.startsWith("E:t(") ? "AB".repeat(1 << 19) : "");
        KitChannel channel = new KitSession(new ReportFraming(kit)).select(0x6C);
        assertThrows(MalformedReply.class, () -> exchange(channel, INFO));
        assertThrows(LinkFailed.class, () -> exchange(channel, INFO));
    }

    @Test
    void aDeviceThatFallsSilentFailsEveryTime() throws Exception {
        boolean[] silent = { false };
        ScriptedKit healthy = ScriptedKit.board(request -> "");
        ReportPort port = new ReportPort() {

            @Override
            public void write(byte[] report) {
                if (!silent[0]) {
                    healthy.write(report);
                }
            }

            @Override
            public int read(byte[] report, Duration timeout) {
                return healthy.read(report, timeout);
            }

            @Override
            public void close() {
                healthy.close();
            }
        };
        KitChannel channel = new KitSession(new ReportFraming(port)).select(0x6C);
        silent[0] = true;
        assertThrows(LinkFailed.class, () -> exchange(channel, INFO));
        String message = assertThrows(LinkFailed.class, () -> exchange(channel, INFO)).getMessage();
        assertTrue(message.contains("earlier answer"), message);
        silent[0] = false;
        assertEquals("070000600383BB", exchange(channel, INFO));
    }
}
