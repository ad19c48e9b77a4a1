package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitChannel;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.StubPart;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A kit that is served, and clients of all manners. */
@Timeout(60)
class KitTcpServerTest {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] INFO = HEX.parseHex("0730000000035D");
    private static final String GREETING = "ECC608A TWI 00(6C)";

    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private KitTcpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = KitTcpServer.onLoopback(0, this::program, new KitSessionListener() {

            @Override
            public void sessionOpened(String client) {
                events.add("opened " + client);
            }

            @Override
            public void sessionClosed(String client) {
                events.add("closed " + client);
            }
        });
    }

    @AfterEach
    void stop() {
        mayEnd.countDown();
        server.close();
    }

    /** A program whose part takes its time for one command, until a test lets it end. */
    private KitProgram program() {
        StubPart part = new StubPart(0x6C).commands(packet -> {
            if (packet.startsWith("071B")) {
                running.countDown();
                awaitQuietly(mayEnd);
            }
            return "04000340";
        });
        return new KitProgram(new KitBus(List.of(part)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private RawClient client() throws IOException {
        return new RawClient(server.port());
    }

    @Test
    void aLineIsAnsweredByALine() throws Exception {
        try (RawClient client = client()) {
            assertEquals(GREETING, client.ask("board:device(00)"));
            assertEquals("00()", client.ask("E:physical:select(6C)"));
            assertEquals("00(04113343)", client.ask("E:w()"));
            assertEquals("00(07000060028038)", client.ask("E:t(0730000000035D)"));
            assertEquals("hello", client.ask("hello"));
        }
    }

    @Test
    void onlyThisMachineIsServedAndThePortIsKnown() {
        assertTrue(server.port() > 0);
        assertTrue(server.address().getAddress().isLoopbackAddress());
    }

    @Test
    void ourOwnClientWorksOverItToo() throws Exception {
        try (KitChannel channel = new KitSession(TcpKitLink.open("localhost", server.port())).select(0x6C)) {
            assertEquals("07000060028038", HEX.formatHex(channel.exchange(INFO, Duration.ofMillis(5))));
            channel.sleep();
        }
    }

    @Test
    void aSecondClientIsToldWithinASecondWhoHasTheKitAndIsTurnedAway() throws Exception {
        try (RawClient first = client()) {
            assertEquals(GREETING, first.ask("board:device(00)"));
            String holder = server.client().orElseThrow();
            long start = System.nanoTime();
            try (RawClient second = client()) {
                second.send("board:device(00)\n");
                assertEquals("kit_busy in use by " + holder, second.readLine());
                assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1));
                assertEquals(-1, second.read());
            }
            assertEquals(GREETING, first.ask("board:device(00)"));
            assertEquals("127.0.0.1:" + first.localPort(), holder);
        }
        assertEquals(1, events.stream().filter(event -> event.startsWith("opened")).count());
    }

    @Test
    void aSecondClientOfOursGetsASentence() throws Exception {
        try (RawClient first = client()) {
            first.ask("hello");
            KitSession session = new KitSession(TcpKitLink.open("127.0.0.1", server.port()));
            String message = assertThrows(LinkFailed.class, session::devices).getMessage();
            assertTrue(message.contains("in use by 127.0.0.1:" + first.localPort()), message);
            session.close();
        }
    }

    @Test
    void aSecondClientThatFloodsIsTurnedAwayAllTheSame() throws Exception {
        try (RawClient first = client(); RawClient second = client()) {
            first.ask("hello");
            try {
                for (int i = 0; i < 100; i++) {
                    second.send("x".repeat(10_000));
                }
            } catch (IOException turnedAway) {
                // Sooner or later nobody reads any more.
            }
            assertEquals("hello", first.ask("hello"));
        }
    }

    @Test
    void aClientThatGoesFreesTheKitAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawClient client = client()) {
                assertEquals(GREETING, client.ask("board:device(00)"));
            }
        }
    }

    @Test
    void aClientThatVanishesInMidLineFreesTheKitAndItsHalfLineIsForgotten() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (RawClient client = client()) {
                client.ask("hello");
                client.send("E:t(0730");
                client.vanish();
            }
            try (RawClient next = client()) {
                assertEquals(GREETING, next.ask("board:device(00)"));
            }
        }
    }

    @Test
    void everyClientMeetsAFreshProgram() throws Exception {
        try (RawClient client = client()) {
            client.ask("E:physical:select(77)");
            assertEquals("18()", client.ask("E:w()"));
        }
        try (RawClient next = client()) {
            assertEquals("00(04113343)", next.ask("E:w()"));
        }
    }

    @Test
    void openedAndClosedAreToldInPairs() throws Exception {
        String first;
        try (RawClient client = client()) {
            client.ask("hello");
            first = "127.0.0.1:" + client.localPort();
        }
        try (RawClient client = client()) {
            client.ask("hello");
            assertEquals(List.of("opened " + first, "closed " + first, "opened 127.0.0.1:" + client.localPort()),
                    List.copyOf(events));
        }
        server.close();
        assertEquals(4, events.size());
        assertTrue(server.client().isEmpty());
    }

    @Test
    void garbageIsSurvived() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (RawClient client = client()) {
            byte[] garbage = new byte[1 << 16];
            random.nextBytes(garbage);
            client.send(garbage);
            client.send("\n");
            client.send("x".repeat(4 << 20));
            client.send("\n\0\0\0sync\n");
            String line = client.readLine();
            while (!line.equals("sync")) {
                line = client.readLine();
            }
            assertEquals(GREETING, client.ask("board:device(00)"), () -> "Seed " + seed);
        }
        try (RawClient next = client()) {
            assertEquals(GREETING, next.ask("board:device(00)"), () -> "Seed " + seed);
        }
    }

    @Test
    void aBoardThatCantBeOpenedTurnsItsClientAwayAndTheNextOneMayTry() throws Exception {
        boolean[] broken = { true };
        KitSessionListener moody = new KitSessionListener() {

            @Override
            public void sessionOpened(String client) {
                if (broken[0]) {
                    throw new IllegalStateException("The board is locked");
                }
            }
        };
        Logger log = Logger.getLogger(KitConnection.class.getName());
        log.setLevel(Level.OFF);
        try (KitTcpServer other = KitTcpServer.onLoopback(0, this::program, moody)) {
            try (RawClient client = new RawClient(other.port())) {
                assertEquals(-1, client.read());
            }
            broken[0] = false;
            try (RawClient client = new RawClient(other.port())) {
                assertEquals("hello", client.ask("hello"));
            }
        } finally {
            log.setLevel(null);
        }
    }

    @Test
    void closingLetsTheRunningCommandBeAnswered() throws Exception {
        try (RawClient client = client()) {
            client.ask("E:w()");
            client.send("E:t(071B00000024CD)\n");
            awaitQuietly(running);
            Thread closer = new Thread(server::close);
            closer.start();
            while (closer.getState() != Thread.State.TIMED_WAITING) {
                assertTrue(closer.isAlive());
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            assertEquals("00(04000340)", client.readLine());
            assertEquals(-1, client.read());
            closer.join(TimeUnit.SECONDS.toMillis(10));
            assertFalse(closer.isAlive());
        }
    }

    @Test
    void aServerThatIsClosedServesNobodyAndMayBeClosedAgain() throws Exception {
        int port = server.port();
        server.close();
        server.close();
        String message = assertThrows(LinkFailed.class, () -> TcpKitLink.open("127.0.0.1", port)).getMessage();
        assertTrue(message.contains("127.0.0.1:" + port) && message.contains("nothing listens"), message);
    }

    @Test
    void aPortThatIsTakenIsSaidToBe() {
        String message = assertThrows(LinkFailed.class,
                () -> KitTcpServer.onLoopback(server.port(), this::program, KitSessionListener.NONE)).getMessage();
        assertTrue(message.contains(":" + server.port()) && message.contains("Choose another port"), message);
    }
}
