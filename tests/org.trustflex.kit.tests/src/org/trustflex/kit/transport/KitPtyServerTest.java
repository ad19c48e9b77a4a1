package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.StubPart;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's serial client at a kit's pseudo terminal: jSerialComm with its own native library, or just a file. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "a pseudo terminal is where others look for a serial port")
@Timeout(60)
class KitPtyServerTest {

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final KitTurn turn = new KitTurn();
    private final KitProgram program = new KitProgram(new KitBus(List.of(new StubPart(0x6C).commands(packet -> {
        asked.incrementAndGet();
        return "07000060028038";
    }))));
    private Path link;
    private KitPtyServer server;

    @BeforeEach
    void serve() throws Exception {
        link = folder.resolve("kit");
        server = KitPtyServer.at(link, () -> program, turn);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aSerialClientEnumerates() throws Exception {
        for (String port : List.of(link.toString(), server.terminal())) {
            try (KitSession session = new KitSession(SerialKitLink.open(port))) {
                assertEquals("[ECC608A at 6C]", session.devices().toString());
            }
        }
    }

    @Test
    void aFileIsEnoughAndEveryByteComesAsItIs() throws Exception {
        try (FileOutputStream out = new FileOutputStream(link.toFile());
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(new FileInputStream(link.toFile()), StandardCharsets.ISO_8859_1))) {
            // Of these a terminal that is not raw would swallow, change or echo nearly all.
            String line = "\u0003\u0004\r\u0011\u0013\u001a\u007f\u00ff hello";
            out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            int first = in.read();
            StringBuilder got = new StringBuilder().append((char) first);
            while (got.charAt(got.length() - 1) != '\n') {
                got.append((char) in.read());
            }
            assertEquals(line + "\n", got.toString());
        }
    }

    @Test
    void whenNobodyReadsTheKitGoesOnAndTheNextClientIsUnderstood() throws Exception {
        int lines = 2000;
        try (FileOutputStream out = new FileOutputStream(link.toFile())) {
            byte[] talk = "E:w()\nE:t(070280000009AD)\n".getBytes(StandardCharsets.US_ASCII);
            int before = asked.get();
            for (int i = 0; i < lines; i++) {
                out.write(talk);
            }
            Deadline deadline = Deadline.after(Duration.ofSeconds(30));
            while (asked.get() < before + lines && !deadline.passed()) {
                Thread.onSpinWait();
            }
            assertEquals(before + lines, asked.get());
        }
        try (KitSession session = new KitSession(SerialKitLink.open(link.toString()))) {
            assertEquals(1, session.devices().size());
        }
    }

    @Test
    void aClientThatGoesAwayFreesTheKitForTheOtherServer() throws Exception {
        try (KitTcpServer tcp = KitTcpServer.onLoopback(0, () -> program, KitFault.NONE,
                KitSessionListener.NONE, turn)) {
            try (KitSession serial = new KitSession(SerialKitLink.open(link.toString()))) {
                serial.devices();
                try (RawClient late = new RawClient(tcp.port())) {
                    assertTrue(late.readLine().contains(server.terminal()), "told who has it");
                }
            }
            Deadline deadline = Deadline.after(Duration.ofSeconds(5));
            while (turn.holder().isPresent() && !deadline.passed()) {
                Thread.onSpinWait();
            }
            try (RawClient client = new RawClient(tcp.port())) {
                assertEquals("00(04113343)", client.ask("E:w()"));
                try (KitLink serial = SerialKitLink.open(link.toString())) {
                    serial.send("E:w()", Deadline.after(Duration.ofSeconds(1)));
                    String message = assertThrows(LinkFailed.class,
                            () -> serial.receive(Deadline.after(Duration.ofSeconds(1)))).getMessage();
                    assertTrue(message.contains("127.0.0.1"), message);
                }
            }
        }
    }

    @Test
    void whenItEndsTheClientIsToldAndTheLinkIsGone() throws Exception {
        try (KitSession session = new KitSession(SerialKitLink.open(link.toString()))) {
            session.devices();
            server.close();
            server.close();
            assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
            assertThrows(LinkFailed.class, () -> session.select(0x6C));
        }
        String message = assertThrows(LinkFailed.class, () -> SerialKitLink.open(link.toString())).getMessage();
        assertTrue(message.contains(link.toString()), message);
    }

    @Test
    void aPlaceThatIsTakenIsNamedAndALinkThatLeadsNowhereIsReplaced() throws Exception {
        String taken = assertThrows(LinkFailed.class, () -> KitPtyServer.at(link, () -> program, turn)).getMessage();
        assertTrue(taken.contains(link.toString()), taken);
        Path nowhere = folder.resolve("missing").resolve("kit");
        String missing = assertThrows(LinkFailed.class, () -> KitPtyServer.at(nowhere, () -> program, turn))
                .getMessage();
        assertTrue(missing.contains(nowhere.toString()), missing);
        Path left = folder.resolve("left");
        Files.createSymbolicLink(left, folder.resolve("gone"));
        KitPtyServer.at(left, () -> program, turn).close();
        assertFalse(Files.exists(left, LinkOption.NOFOLLOW_LINKS));
    }
}
