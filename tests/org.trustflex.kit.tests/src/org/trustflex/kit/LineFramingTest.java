package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines in a stream of bytes. */
class LineFramingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A stream that brings these pieces, then nothing more or its end. */
    private static final class Stream implements BytePort {

        private final Queue<byte[]> pieces = new ArrayDeque<>();
        private final StringBuilder written = new StringBuilder();
        private boolean ends;
        private boolean endless;

        private Stream(String... texts) {
            for (String text : texts) {
                pieces.add(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) {
            written.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        @Override
        public int read(byte[] buffer, Deadline deadline) {
            if (endless) {
                Arrays.fill(buffer, (byte) 'A');
                return buffer.length;
            }
            byte[] piece = pieces.poll();
            if (piece == null) {
                return ends ? -1 : 0;
            }
            System.arraycopy(piece, 0, buffer, 0, piece.length);
            return piece.length;
        }

        @Override
        public void close() {
            ends = true;
        }
    }

    private static Optional<String> receive(String... pieces) throws Exception {
        return new LineFraming(new Stream(pieces)).receive(Deadline.after(MINUTE));
    }

    @Test
    void aLineMayComeInAnyPieces() throws Exception {
        assertEquals(Optional.of("00()"), receive("00()\n"));
        assertEquals(Optional.of("00()"), receive("0", "0", "(", ")", "\n"));
        assertEquals(Optional.of("00()"), receive("\0\0", "\u00000", "0()\n"));
        assertEquals(Optional.empty(), receive("00()"));
        assertEquals(Optional.empty(), receive());
    }

    @ParameterizedTest
    @ValueSource(strings = { "00(\0)\n", "00()\r\n", "00()\0\n", "\u00a000()\n" })
    void everyByteButLeadingZerosMustBePrintable(String text) {
        assertThrows(MalformedReply.class, () -> receive(text));
    }

    @Test
    void anEndlessLineIsRefused() {
        Stream stream = new Stream();
        stream.endless = true;
        assertThrows(MalformedReply.class, () -> new LineFraming(stream).receive(Deadline.after(MINUTE)));
    }

    @Test
    void aLineOfZerosHasAnEndToo() {
        assertThrows(MalformedReply.class, () -> receive("\0".repeat(1000), "00()\n"));
    }

    @Test
    void theNextLineStaysForTheNextWait() throws Exception {
        KitLink link = new LineFraming(new Stream("00(AA)\n00(BB)\n"));
        assertEquals(Optional.of("00(AA)"), link.receive(Deadline.after(MINUTE)));
        assertTrue(link.hasUnread());
        assertEquals(Optional.of("00(BB)"), link.receive(Deadline.after(MINUTE)));
        assertFalse(link.hasUnread());
    }

    @Test
    void whatCameUnaskedIsDroppedBeforeAQuestion() throws Exception {
        Stream stream = new Stream("00(AA)\n00(BB)\n", "half of a li");
        KitLink link = new LineFraming(stream);
        link.receive(Deadline.after(MINUTE));
        link.send("E:w()", Deadline.after(MINUTE));
        assertEquals("E:w()\n", stream.written.toString());
        assertEquals(Optional.empty(), link.receive(Deadline.after(MINUTE)));
    }

    @Test
    void aDeviceThatNeverStopsSendingIsNotAsked() {
        Stream stream = new Stream();
        stream.endless = true;
        assertThrows(LinkFailed.class, () -> new LineFraming(stream).send("E:w()", Deadline.after(MINUTE)));
        assertThrows(LinkFailed.class, () -> new LineFraming(stream).send("E:w()", Deadline.now()));
        assertEquals("", stream.written.toString());
    }

    @Test
    void theEndOfTheStreamIsAFailure() {
        Stream stream = new Stream("00(");
        stream.ends = true;
        KitLink link = new LineFraming(stream);
        assertThrows(LinkFailed.class, () -> link.receive(Deadline.after(MINUTE)));
        assertThrows(LinkFailed.class, () -> link.send("E:w()", Deadline.after(MINUTE)));
    }

    @Test
    void aBusyKitIsNamedBeforeAndAfterAQuestion() {
        String busy = KitBusy.line("10.0.0.7:5025") + "\n";
        LinkFailed after = assertThrows(LinkFailed.class, () -> receive(busy));
        assertTrue(after.getMessage().contains("in use by 10.0.0.7:5025"), after.getMessage());
        LinkFailed before = assertThrows(LinkFailed.class,
                () -> new LineFraming(new Stream(busy)).send("E:w()", Deadline.after(MINUTE)));
        assertEquals(after.getMessage(), before.getMessage());
        Stream closing = new Stream(busy);
        closing.ends = true;
        LinkFailed closed = assertThrows(LinkFailed.class,
                () -> new LineFraming(closing).send("E:w()", Deadline.after(MINUTE)));
        assertEquals(after.getMessage(), closed.getMessage());
    }
}
