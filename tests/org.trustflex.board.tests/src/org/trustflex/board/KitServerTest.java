package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Anybody's client speaks raw kit lines with a simulated board that is served over TCP. */
@Timeout(60)
class KitServerTest {

    private static final CommandPacket READ_CONFIGURATION = CommandPacket.of(Opcode.READ, 0x80, 0);
    private static final CommandPacket READ_SLOT_5 = CommandPacket.of(Opcode.READ, 0x82, 0x28);

    private static final String SELECT = "E:physical:select(6C)";

    @TempDir
    Path home;

    private SimulatedBoard board;
    private PoweredBoard powered;
    private KitServer server;

    @BeforeEach
    void serve() throws Exception {
        board = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
        powered = board.power("simulator serve");
        server = powered.serveKit(0);
    }

    @AfterEach
    void end() {
        powered.close();
    }

    private RawClient client() throws IOException {
        return new RawClient(server.port());
    }

    @Test
    void itEnumeratesAndReadsTheConfigurationZone() throws Exception {
        try (RawClient client = client()) {
            assertEquals("ECC608B TWI 00(C0)", client.ask("board:device(00)"));
            assertEquals("ECC608B TWI 00(6C)", client.ask("board:device(01)"));
            assertEquals("ECC608B TWI 00(6A)", client.ask("board:device(02)"));
            assertEquals("no_device ", client.ask("board:device(03)"));
            assertEquals("00()", client.ask("E:physical:select(6C)"));
            String block = client.talk(READ_CONFIGURATION);
            assertTrue(block.startsWith("00(230123F51D") && block.length() == "00()".length() + 2 * 35, block);
            String serialNumber = block.substring(5, 13) + block.substring(21, 31);
            assertEquals(board.description().trustFlex().orElseThrow().serialNumber().hex(), serialNumber);
        }
    }

    @Test
    void itIsRefusedWhereTheChipRefuses() throws Exception {
        try (RawClient client = client()) {
            client.ask(SELECT);
            assertEquals("00(040F2342)", client.talk(READ_SLOT_5));
            TraceEntry last = board.trace().last(1).get(0);
            assertEquals("0F", last.status());
            assertTrue(last.refusal().orElseThrow().contains("slot 5"), last.toString());
        }
    }

    @Test
    void itSurvivesGarbage() throws Exception {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            byte[] garbage = new byte[1 + random.nextInt(2000)];
            random.nextBytes(garbage);
            try (RawClient client = client()) {
                client.send(garbage);
                client.send("\nE:t(\nE:t(07)\nE:t(zz)\n()\n\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (RawClient client = client()) {
            assertEquals("00(04113343)", client.ask("E:w()"), "seed " + seed);
        }
    }

    @Test
    void aSecondClientIsToldThatItIsBusyWithinASecondAndTheFirstOneThatGoesFreesIt() throws Exception {
        try (RawClient first = client()) {
            assertEquals("00(04113343)", first.ask("E:w()"));
            Instant came = Instant.now();
            try (RawClient second = client()) {
                String told = second.line();
                assertTrue(told.startsWith("kit_busy in use by 127.0.0.1:"), told);
                assertTrue(Duration.between(came, Instant.now()).toMillis() < 1000);
                assertNull(second.line());
            }
            assertEquals("00()", first.ask("E:i()"));
        }
        try (RawClient third = client()) {
            assertEquals("ECC608B TWI 00(6C)", third.ask("board:device(01)"));
        }
    }

    @Test
    void theElementKeepsItsPowerFromOneClientToTheNext() throws Exception {
        CommandPacket load = CommandPacket.of(Opcode.NONCE, NonceMode.PASS_THROUGH, 0, new byte[32]);
        CommandPacket digest = CommandPacket.of(Opcode.GEN_KEY, GenKeyMode.PUBLIC_KEY_DIGEST, 14, new byte[3]);
        try (RawClient first = client()) {
            first.ask(SELECT);
            assertEquals("00(04000340)", first.talk(load));
        }
        try (RawClient second = client()) {
            assertEquals("00(04000340)", second.talk(digest), "TempKey was still there");
            second.ask("E:w()");
            assertEquals("00()", second.ask("E:s()"));
            assertEquals("00(040F2342)", second.talk(digest), "after sleep TempKey is empty");
        }
    }

    @Test
    void whileItIsServedNobodyElseOpensTheBoard() throws Exception {
        String message = assertThrows(LinkFailed.class, () -> board.element().open()).getMessage();
        assertTrue(message.contains("(simulator serve, since "), message);
    }

    @Test
    void ourOwnClientTakesItForABoard() throws Exception {
        Board served = Boards.in(home.resolve("elsewhere")).select("tcp:localhost:" + server.port());
        assertEquals("kit:" + board.description().trustFlex().orElseThrow().serialNumber(), served.id());
        assertTrue(served.description().trustFlex().orElseThrow().simulated());
        assertEquals("kit 2.2.0", served.description().program());
        try (SecureElement element = served.element().open()) {
            element.random();
        }
        try (SecureElement element = served.elements().get(0).open()) {
            element.random();
        }
    }

    @Test
    void oneServerIsEnoughAndAPortThatIsTakenIsSaidToBe() throws Exception {
        String twice = assertThrows(LinkFailed.class, () -> powered.serveKit(0)).getMessage();
        assertTrue(twice.contains("port " + server.port()), twice);
        server.close();
        server.close();
        try (KitServer again = powered.serveKit(0)) {
            SimulatedBoard other = Boards.in(home).simulated().create("other", SimulatedBoardOptions.defaults());
            try (PoweredBoard second = other.power("simulator serve")) {
                String taken = assertThrows(LinkFailed.class, () -> second.serveKit(again.port())).getMessage();
                assertTrue(taken.contains(String.valueOf(again.port())), taken);
            }
        }
    }

    @Test
    void whenThePowerIsCutTheServerEndsAndWhoWaitsIsTold() throws Exception {
        assertTrue(powered.powered());
        assertFalse(powered.awaitPowerOff(Duration.ZERO));
        try (RawClient client = client()) {
            assertEquals("00(04113343)", client.ask("E:w()"));
            assertTrue(board.powerCut().isPresent());
            assertTrue(powered.awaitPowerOff(Duration.ofSeconds(10)));
            assertFalse(powered.powered());
            assertNull(client.line());
        }
        String message = assertThrows(LinkFailed.class, () -> powered.serveKit(0)).getMessage();
        assertTrue(message.contains("was cut"), message);
        powered.close();
        powered.close();
        board.element().open().close();
    }
}
