package org.trustflex.board.mcu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.trustflex.atecc.packet.LinkFailed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Terminal programs at a console, of which one does not read. */
@Timeout(60)
class ConsoleServerTest {

    private final Wire wire = new Wire();
    private ConsoleServer server;

    /** A console whose program is the test. */
    private static final class Wire implements Console {

        private final List<ConsoleListener> listeners = new CopyOnWriteArrayList<>();
        private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();

        void print(byte[] bytes) {
            listeners.forEach(listener -> listener.received(bytes));
        }

        void awaitListeners(int count) {
            while (listeners.size() != count) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void listen(ConsoleListener listener) {
            listeners.add(listener);
        }

        @Override
        public void listenFromPowerOn(ConsoleListener listener) {
            // Nothing was printed before the test.
            listen(listener);
        }

        @Override
        public void forget(ConsoleListener listener) {
            listeners.remove(listener);
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public void send(byte[] bytes) {
            typed.add(new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    @BeforeEach
    void serve() throws LinkFailed {
        server = ConsoleServer.onTcp(wire, 0);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    @Test
    void everybodyReadsAndAnybodyTypes() throws Exception {
        try (Socket first = client(); Socket second = client()) {
            wire.awaitListeners(2);
            byte[] all = new byte[256];
            for (int value = 0; value < all.length; value++) {
                all[value] = (byte) value;
            }
            wire.print(all);
            assertArrayEquals(all, first.getInputStream().readNBytes(all.length));
            assertArrayEquals(all, second.getInputStream().readNBytes(all.length));
            second.getOutputStream().write("go".getBytes(StandardCharsets.US_ASCII));
            assertEquals("go", wire.typed.poll(30, TimeUnit.SECONDS));
        }
        wire.awaitListeners(0);
    }

    @Test
    void aClientThatDoesNotReadStopsNobody() throws Exception {
        byte[] chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) 'x');
        try (Socket deaf = client()) {
            wire.awaitListeners(1);
            for (int count = 0; count < 1000; count++) {
                wire.print(chunk);
            }
            assertTrue(deaf.isConnected());
            try (Socket other = client()) {
                wire.awaitListeners(2);
                wire.print("here".getBytes(StandardCharsets.US_ASCII));
                assertEquals("here", new String(other.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void whatDoesNotFitIsLostAndTheRestIsInOrder() throws Exception {
        ConsoleQueue queue = new ConsoleQueue();
        queue.received(new byte[64 * 1024 - 1]);
        queue.received(new byte[] { 1, 2 });
        byte[] taken = queue.take(Duration.ZERO);
        assertEquals(64 * 1024, taken.length);
        assertEquals(1, taken[taken.length - 1]);
        assertEquals(0, queue.take(Duration.ofNanos(1)).length);
        queue.received(new byte[] { 3 });
        assertArrayEquals(new byte[] { 3 }, queue.take(Duration.ofSeconds(30)));
    }

    @Test
    void aPortThatIsTakenOrNoneIsSaidToBe() {
        String taken = assertThrows(LinkFailed.class, () -> ConsoleServer.onTcp(wire, server.port())).getMessage();
        assertTrue(taken.contains("TCP port " + server.port()), taken);
        assertThrows(LinkFailed.class, () -> ConsoleServer.onTcp(wire, 65_536));
    }
}
