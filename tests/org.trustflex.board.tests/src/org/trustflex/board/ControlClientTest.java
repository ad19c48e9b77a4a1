package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever gives an order to the holder of a board can tell an order that was carried out from a holder that went away. */
class ControlClientTest {

    private static final String TOKEN = "00112233445566778899aabbccddeeff";
    private static final String ORDER = PoweredBoard.POWER_CUT;

    private ServerSocket holder;

    @BeforeEach
    void aHolderListens() throws IOException {
        holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void andStops() throws IOException {
        holder.close();
    }

    private CompletableFuture<Optional<String>> ask() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ControlClient.ask(new ControlAddress(holder.getLocalPort(), TOKEN), ORDER);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private static String line(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void anAnswerCountsBeforeTheConnectionEnds() throws Exception {
        CompletableFuture<Optional<String>> answer = ask();
        try (Socket client = holder.accept()) {
            assertEquals(TOKEN + " " + ORDER, line(client));
            say(client, PoweredBoard.DONE + "\n");
            assertEquals(Optional.of(PoweredBoard.DONE), answer.get());
        }
    }

    @Test
    void aHolderThatIsKilledBeforeItAnswersWentAway() throws Exception {
        CompletableFuture<Optional<String>> answer = ask();
        try (Socket client = holder.accept()) {
            line(client);
            // The connection does not end, it breaks.
            client.setSoLinger(true, 0);
        }
        assertEquals(Optional.empty(), answer.get());
    }

    @Test
    void aHolderThatEndsInTheMiddleOfItsAnswerWentAway() throws Exception {
        CompletableFuture<Optional<String>> answer = ask();
        try (Socket client = holder.accept()) {
            line(client);
            say(client, PoweredBoard.DONE);
        }
        assertEquals(Optional.empty(), answer.get());
    }

    @Test
    void aHolderThatClosesItsBoardResetsWhomItHasNotTaken() throws Exception {
        CompletableFuture<Optional<String>> answer = ask();
        holder.close();
        assertEquals(Optional.empty(), answer.get());
    }

    @Test
    void nobodyListensAnyMore() throws Exception {
        holder.close();
        assertEquals(Optional.empty(),
                ControlClient.ask(new ControlAddress(holder.getLocalPort(), TOKEN), ORDER));
    }

    @Test
    void aHolderThatSaysNothingIsThere() {
        assertThrows(SocketTimeoutException.class,
                () -> ControlClient.ask(new ControlAddress(holder.getLocalPort(), TOKEN), ORDER));
    }
}
