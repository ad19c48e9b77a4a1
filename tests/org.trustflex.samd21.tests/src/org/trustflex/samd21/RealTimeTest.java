package org.trustflex.samd21;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At 48 MHz with all peripherals at work the simulated part is not slower than a real one. */
final class RealTimeTest {

    private static final Duration SLICE = Duration.ofMillis(100);
    private static final int SLICES = 30;

    /** Processor time of this thread, as others share the machine. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @Test
    void aPartThatNeverRestsKeepsUpWithTheClock() throws IOException, InterruptedException {
        byte[] image = Tools.binary(Tools.compile(folder, "busy.c", "-Os"));
        NonVolatileMemory memory = NonVolatileMemory.factoryNew();
        System.arraycopy(image, 0, memory.flash(), 0, image.length);
        Samd21 part = Samd21.powerOn(memory);
        StringBuilder console = new StringBuilder();
        List<Duration> blinks = new ArrayList<>();
        List<UnmodelledAccess> unmodelled = new ArrayList<>();
        part.listenUart(3, 22, (value, baud) -> console.append((char) value));
        part.listenPin(2, (high, time) -> blinks.add(time));
        part.onUnmodelledAccess(unmodelled::add);
        double best = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            part.run(SLICE);
            best = Math.max(best, (double) SLICE.toNanos() / (THREADS.getCurrentThreadCpuTime() - begin));
        }
        System.out.printf("With peripherals at work: %.1f times real time at %d MHz%n", best, part.hertz() / 1_000_000);
        assertEquals(48_000_000, part.hertz());
        assertEquals(List.of(), unmodelled);
        assertTrue(console.toString().matches("(busy [0-9A-F]{2})+[busy 0-9A-F]{0,6}"), "the console's text");
        assertEquals(SLICE.multipliedBy(SLICES).dividedBy(Duration.ofMillis(100)), blinks.size(), 1, "blinks");
        assertTrue(best >= 1, "times real time: " + best);
    }
}
