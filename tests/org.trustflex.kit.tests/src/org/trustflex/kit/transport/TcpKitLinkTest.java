package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.KitTiming;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our client, before servers that break every rule. Waits are short ones here, and real. */
@Timeout(60)
class TcpKitLinkTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final KitTiming HASTY = new KitTiming(SHORT, SHORT, SHORT);
    /** More than the wait, for a machine that is busy with other things. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** What a server does with its only client. */
    private interface Behaviour {
        void meet(Socket client) throws IOException;
    }

    private ServerSocket listener;
    private Socket accepted;

    private KitLink linkTo(Behaviour behaviour) throws Exception {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try {
                accepted = listener.accept();
                behaviour.meet(accepted);
            } catch (IOException e) {
                // The client went away, as it should.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return TcpKitLink.open("127.0.0.1", listener.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        if (listener != null) {
            listener.close();
        }
        if (accepted != null) {
            accepted.close();
        }
    }

    private static <T extends Exception> String failure(Class<T> type, KitLink link) {
        long start = System.nanoTime();
        try (link) {
            String message = assertThrows(type, () -> new KitSession(link, HASTY).devices()).getMessage();
            assertTrue(System.nanoTime() - start < LIMIT.toNanos());
            return message;
        }
    }

    private static void repeat(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        while (true) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        String message = failure(LinkFailed.class, linkTo(client -> client.getInputStream().read()));
        assertTrue(message.contains("within 200 ms"), message);
    }

    @Test
    void aServerThatDripsBytesDoesNotStretchTheDeadline() throws Exception {
        KitLink link = linkTo(client -> {
            client.getInputStream().read();
            client.getOutputStream().write('0');
            client.getInputStream().readAllBytes();
        });
        link.send("E:w()", Deadline.after(LIMIT));
        assertEquals(Optional.empty(), link.receive(Deadline.after(SHORT)));
        link.close();
    }

    @Test
    void anEndlessLineIsRefused() throws Exception {
        Behaviour afterTheQuestion = client -> {
            client.getInputStream().read();
            repeat(client, "AB");
        };
        KitLink link = linkTo(afterTheQuestion);
        link.send("E:w()", Deadline.after(LIMIT));
        assertThrows(MalformedReply.class, () -> link.receive(Deadline.after(LIMIT)));
        link.close();
    }

    @Test
    void aServerThatSendsUnaskedForEverIsNotAsked() throws Exception {
        KitLink link = linkTo(client -> repeat(client, "00()\n"));
        assertEquals(Optional.of("00()"), link.receive(Deadline.after(LIMIT)));
        Exception failure = assertThrows(Exception.class, () -> new KitSession(link, HASTY).devices());
        assertTrue(failure instanceof LinkFailed || failure instanceof MalformedReply, failure.toString());
        link.close();
    }

    @Test
    void aServerThatClosesIsSaidTo() throws Exception {
        Behaviour closes = client -> {
            client.getInputStream().readNBytes(1);
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        };
        String message = failure(LinkFailed.class, linkTo(closes));
        assertTrue(message.contains("closed the connection"), message);
    }

    @Test
    void aServerThatVanishesIsALinkThatFailed() throws Exception {
        Behaviour vanishes = client -> {
            client.getInputStream().readNBytes(1);
            client.setSoLinger(true, 0);
            client.close();
        };
        failure(LinkFailed.class, linkTo(vanishes));
    }

    @Test
    void aServerThatNeverReadsDoesNotHoldUsWhenItsBuffersAreFull() throws Exception {
        KitLink link = linkTo(client -> client.getInetAddress());
        String long64k = "x".repeat(1 << 16);
        LinkFailed full = assertThrows(LinkFailed.class, () -> {
            while (true) {
                link.send(long64k, Deadline.after(SHORT));
            }
        });
        assertTrue(full.getMessage().contains("does not take"), full.getMessage());
        link.close();
    }

    @Test
    void anInterruptedThreadDoesNotWait() throws Exception {
        KitLink link = linkTo(client -> client.getInputStream().readAllBytes());
        Thread.currentThread().interrupt();
        try {
            assertThrows(LinkFailed.class, () -> link.receive(Deadline.after(LIMIT)));
        } finally {
            assertTrue(Thread.interrupted());
        }
        link.close();
    }

    @Test
    void aHostThatNobodyKnowsIsSaidToBeUnknown() {
        String message = assertThrows(LinkFailed.class, () -> TcpKitLink.open("no-such-host.invalid",
                5025)).getMessage();
        assertTrue(message.contains("no-such-host.invalid"), message);
    }
}
