package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Something at a port that is no board, or is a broken one: whoever opens it is told so in time, and nothing hangs. */
@Timeout(120)
class HostileDeviceTest {

    private static final String ONE = "012300112233445501";
    private static final String OTHER = "0123AA55AA55AA5501";
    private static final String TALK = "E:t(";
    private static final Duration IN_TIME = Duration.ofSeconds(15);
    /** A whole packet of four bytes where one of 35 is asked for. */
    private static final String RIGHT_CHECKSUM = "00(04000340)";

    @TempDir
    Path home;

    /** A kit program on a TCP port whose answers to commands are what somebody makes of them. */
    private static final class Device implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        private final UnaryOperator<String> spoil;
        private volatile KitProgram program;

        Device(KitProgram program, UnaryOperator<String> spoil) throws IOException {
            this.program = program;
            this.spoil = spoil;
            Thread thread = new Thread(this::listen, "hostile-device");
            thread.setDaemon(true);
            thread.start();
        }

        String selector() {
            return "tcp:127.0.0.1:" + listener.getLocalPort();
        }

        void becomes(KitProgram other) {
            program = other;
        }

        private void listen() {
            while (!listener.isClosed()) {
                try (Socket client = listener.accept()) {
                    serve(client);
                } catch (IOException gone) {
                    // The client has had enough, or the test is over.
                    continue;
                }
            }
        }

        private void serve(Socket client) throws IOException {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = client.getOutputStream();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String answer = program.answer(line) + "\n";
                out.write((line.startsWith(TALK) ? spoil.apply(answer) : answer)
                        .getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    private static KitProgram kit(String serialNumber) throws Exception {
        return new KitProgram(new KitBus(List.of(UsbPorts.trustFlex(serialNumber))));
    }

    static Stream<Arguments> spoilt() {
        return Stream.<Arguments>of(of("an endless line", answer -> "00(" + "AB".repeat(4000)),
                of("a megabyte of hex", answer -> "00(" + "AB".repeat(1 << 19) + ")\n"),
                of("a wrong count", answer -> "00(24" + answer.substring(5)),
                of("a right checksum over a wrong length", answer -> RIGHT_CHECKSUM + "\n"),
                of("a wrong checksum", answer -> answer.substring(0, answer.length() - 3) + "0)\n"),
                of("zeros", answer -> "\0\0\0\0\n"), of("zeros in the middle", answer -> "00(\0\0)\n"),
                of("no digits", answer -> "00(XYZ)\n"), of("half a byte", answer -> "00(123)\n"),
                of("lower case", answer -> answer.toLowerCase(Locale.ROOT)),
                of("no bracket", answer -> answer.replace(")", "")), of("an empty line", answer -> "\n"),
                of("two lines", answer -> answer + answer), of("no answer", answer -> ""),
                of("another language", answer -> "HTTP/1.1 400 Bad Request\r\n\r\n"));
    }

    private static Arguments of(String name, UnaryOperator<String> spoil) {
        return Arguments.of(name, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void whatItSendsIsAnErrorInTime(String name, UnaryOperator<String> spoil) throws Exception {
        try (Device device = new Device(kit(ONE), spoil)) {
            long start = System.nanoTime();
            String message = assertThrows(LinkFailed.class, () -> Boards.in(home).select(device.selector()))
                    .getMessage();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(IN_TIME) < 0, name + " took " + took);
            assertFalse(message.isBlank() || message.contains("null"), message);
            assertTrue(message.length() < 1000, message);
        }
    }

    @Test
    void anotherElementAtTheAddressIsNotTakenForTheOneThatWasThere() throws Exception {
        try (Device device = new Device(kit(ONE), answer -> answer)) {
            Board board = Boards.in(home).select(device.selector());
            board.element().open().close();
            device.becomes(kit(OTHER));
            String message = assertThrows(ElementException.class, () -> board.element().open()).getMessage();
            assertTrue(message.contains(ONE) && message.contains(OTHER), message);
            device.becomes(kit(ONE));
            board.element().open().close();
            assertEquals("kit:" + ONE, board.id());
        }
    }
}
