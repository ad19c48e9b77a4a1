package org.trustflex.kit.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.Deadline;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.LineFraming;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.device.RequestAssembler;
import org.trustflex.kit.device.StubPart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A kit behind a serial port, played in memory: bytes come one by one and go in small pieces. */
class SerialBytePortTest {

    private static final Deadline LATER = Deadline.after(Duration.ofMinutes(10));

    /** A serial port with a kit program behind it. */
    private static final class Device implements SerialDevice {

        private final KitProgram program = new KitProgram(new KitBus(List.of(new StubPart(0x6C))));
        private final RequestAssembler assembler = new RequestAssembler();
        private final StringBuilder waiting = new StringBuilder();
        private int reads;
        private int emptyReads;
        private int perWrite = 3;
        private boolean gone;
        private boolean closed;

        @Override
        public String name() {
            return "COM7";
        }

        @Override
        public int available() {
            return gone ? -1 : emptyReads > 0 ? 0 : waiting.length();
        }

        @Override
        public int read(byte[] buffer) {
            reads++;
            if (gone || emptyReads-- > 0 || waiting.isEmpty()) {
                return gone ? -1 : 0;
            }
            buffer[0] = (byte) waiting.charAt(0);
            waiting.deleteCharAt(0);
            return 1;
        }

        @Override
        public int write(byte[] bytes) {
            int taken = Math.min(perWrite, bytes.length);
            for (String request : assembler.accept(bytes, taken)) {
                waiting.append(program.answer(request)).append('\n');
            }
            return gone ? -1 : taken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Device device = new Device();
    private final SerialBytePort port = new SerialBytePort(device);

    @Test
    void aKitIsSpokenWithByteByByte() throws Exception {
        try (KitSession session = new KitSession(new LineFraming(port))) {
            assertEquals(0x6C, session.select(0x6C).device().address());
        }
        assertTrue(device.closed);
    }

    @Test
    void aWaitGoesOnOverManyMoments() throws Exception {
        device.waiting.append('x');
        device.emptyReads = 5;
        byte[] buffer = new byte[8];
        assertEquals(1, port.read(buffer, LATER));
        assertEquals('x', buffer[0]);
        assertEquals(6, device.reads);
    }

    @Test
    void whoOnlyLooksDoesNotWait() throws Exception {
        assertEquals(0, port.read(new byte[8], Deadline.now()));
        assertEquals(0, device.reads);
        device.waiting.append('x');
        assertEquals(1, port.read(new byte[8], Deadline.now()));
    }

    @Test
    void aPortThatTakesNothingFailsAtTheDeadline() {
        device.perWrite = 0;
        String message = assertThrows(LinkFailed.class,
                () -> port.write("E:w()\n".getBytes(StandardCharsets.US_ASCII), Deadline.now())).getMessage();
        assertTrue(message.contains("COM7"), message);
    }

    @Test
    void aPortThatIsUnpluggedIsSaidToBe() {
        device.gone = true;
        assertThrows(LinkFailed.class, () -> port.read(new byte[8], LATER));
        assertThrows(LinkFailed.class, () -> port.write(new byte[1], LATER));
    }

    @Test
    void aPathThatDoesNotExistIsNotLookedForElsewhere() {
        String message = assertThrows(LinkFailed.class, () -> SerialKitLink.open("/no/such/port/null")).getMessage();
        assertTrue(message.contains("/no/such/port/null"), message);
    }
}
