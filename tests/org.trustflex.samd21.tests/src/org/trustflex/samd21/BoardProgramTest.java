package org.trustflex.samd21;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's program, compiled from C, starts the board as the vendor's examples do, and everybody sees what it does. */
final class BoardProgramTest {

    private static final int LED = 2;
    private static final int CONSOLE = 3;
    private static final int CONSOLE_OUT = 22;
    private static final int CONSOLE_IN = 23;

    @TempDir
    private Path folder;

    private final StringBuilder console = new StringBuilder();
    private final List<Duration> blinks = new ArrayList<>();
    private final List<UnmodelledAccess> unmodelled = new ArrayList<>();

    private Samd21 boardWith(String source, SleepingDevice device) throws IOException, InterruptedException {
        NonVolatileMemory memory = NonVolatileMemory.factoryNew();
        byte[] image = Tools.binary(Tools.compile(folder, source, "-Os"));
        System.arraycopy(image, 0, memory.flash(), 0, image.length);
        Samd21 part = Samd21.powerOn(memory);
        part.onUnmodelledAccess(unmodelled::add);
        part.connectI2c(2, 8, 9, device);
        part.listenUart(CONSOLE, CONSOLE_OUT, (value, baud) -> {
            assertEquals(115_200, baud, 1152, "the console's rate");
            console.append((char) value);
        });
        part.listenPin(LED, (high, time) -> blinks.add(time));
        return part;
    }

    @Test
    void greetsWakesTheElementAndBlinksOnceASecond() throws IOException, InterruptedException {
        SleepingDevice device = new SleepingDevice(true);
        Samd21 part = boardWith("blink.c", device);
        part.run(Duration.ofMillis(3400));
        assertEquals("hello from the board\r\nanswer 04113343\r\n", console.toString());
        assertEquals(48_000_000, part.hertz());
        assertEquals(List.of(), unmodelled, "everything that the vendor's start-up touches is simulated");
        assertTrue(device.wakePulse.compareTo(Duration.ofNanos(80_000)) >= 0, "low for " + device.wakePulse);
        assertEquals(1, device.stops, "one stop after the answer");
        assertEquals(7, blinks.size(), () -> "half seconds: " + blinks);
        long half = blinks.get(6).minus(blinks.get(5)).toNanos();
        assertEquals(500_000_000, half, 1_000_000, "half a period");
    }

    @Test
    void blinksFastWhenTheElementDoesNotAnswer() throws IOException, InterruptedException {
        Samd21 part = boardWith("blink.c", new SleepingDevice(false));
        part.run(Duration.ofMillis(500));
        assertEquals("hello from the board\r\nno answer 00000000\r\n", console.toString());
        long half = blinks.get(5).minus(blinks.get(4)).toNanos();
        assertEquals(50_000_000, half, 1_000_000, "half a period");
    }

    @Test
    void echoesWhatIsTyped() throws IOException, InterruptedException {
        Samd21 part = boardWith("blink.c", new SleepingDevice(false));
        part.run(Duration.ofMillis(100));
        console.setLength(0);
        part.sendUart(CONSOLE, CONSOLE_IN, 115_200, "ok".getBytes(StandardCharsets.US_ASCII));
        part.run(Duration.ofMillis(200));
        assertEquals("ok", console.toString());
    }

    @Test
    void doesTheSameInTheSameCycleEachTime() throws IOException, InterruptedException {
        Samd21 first = boardWith("blink.c", new SleepingDevice(true));
        first.run(Duration.ofMillis(700));
        List<Duration> once = List.copyOf(blinks);
        blinks.clear();
        Samd21 second = boardWith("blink.c", new SleepingDevice(true));
        second.run(Duration.ofMillis(300));
        second.run(Duration.ofMillis(400));
        assertEquals(once, blinks);
        assertEquals(first.cycles(), second.cycles(), 48, "in one run or in two");
        assertFalse(second.isLockedUp());
    }

    @Test
    void pollsAnElementThatDoesNotAcknowledgeWhileItIsBusy() throws IOException, InterruptedException {
        SleepingDevice device = new SleepingDevice(true);
        device.busy = 7;
        Samd21 part = boardWith("blink.c", device);
        part.run(Duration.ofMillis(100));
        assertEquals("hello from the board\r\nanswer 04113343\r\n", console.toString());
        assertEquals(0, device.busy, "asked until it was ready");
    }

    /** An I2C device at 0x36 that sleeps until the data line is low for 60 us, and takes 1.5 ms to wake at most. */
    private static final class SleepingDevice implements I2cDevice {

        private static final byte[] AWAKE = { 0x04, 0x11, 0x33, 0x43 };

        private final boolean fitted;
        private Duration wakePulse = Duration.ZERO;
        private int next;
        private int stops;
        private int busy;

        SleepingDevice(boolean fitted) {
            this.fitted = fitted;
        }

        @Override
        public boolean addressed(int address, boolean read) {
            boolean called = fitted && address == 0x36 && read && !wakePulse.isZero();
            if (called && busy > 0) {
                busy--;
                return false;
            }
            return called;
        }

        @Override
        public boolean written(int value) {
            return false;
        }

        @Override
        public int read() {
            return AWAKE[next++] & 0xFF;
        }

        @Override
        public void stopped() {
            if (next > 0) {
                stops++;
            }
        }

        @Override
        public void dataLineLow(Duration low) {
            if (low.compareTo(Duration.ofNanos(60_000)) >= 0) {
                wakePulse = low;
            }
        }
    }
}
