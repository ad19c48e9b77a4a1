package org.trustflex.samd21;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program does the same at the same device times, at full speed, in real time, and step by step. */
final class PaceTest {

    private static final int LED = 2;
    private static final int CHANGES = 7;
    private static final long DEADLINE = 60_000_000_000L;

    @TempDir
    private Path folder;

    private byte[] image;

    @BeforeEach
    void compile() throws IOException, InterruptedException {
        // Without a secure element it blinks fast: every 50 ms the LED changes.
        image = Tools.binary(Tools.compile(folder, "blink.c", "-Os"));
    }

    private Samd21 part(List<Duration> changes) {
        NonVolatileMemory memory = NonVolatileMemory.factoryNew();
        System.arraycopy(image, 0, memory.flash(), 0, image.length);
        Samd21 part = Samd21.powerOn(memory);
        part.listenPin(LED, (high, time) -> changes.add(time));
        return part;
    }

    private List<Duration> atFullSpeed() {
        List<Duration> changes = new CopyOnWriteArrayList<>();
        part(changes).run(Duration.ofMillis(400));
        return changes.subList(0, CHANGES);
    }

    private static long await(List<Duration> changes) {
        long deadline = System.nanoTime() + DEADLINE;
        while (changes.size() < CHANGES && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return System.nanoTime();
    }

    @Test
    void inRealTimeNothingHappensBeforeItsTime() {
        List<Duration> changes = new CopyOnWriteArrayList<>();
        long begin = System.nanoTime();
        try (RunningPart running = RunningPart.start(part(changes), Pace.REAL_TIME)) {
            long took = await(changes) - begin;
            assertEquals(atFullSpeed(), changes.subList(0, CHANGES));
            // A slice of a millisecond is run at once, and then waited for.
            assertTrue(took >= changes.get(CHANGES - 1).minusMillis(2).toNanos(), () -> took + " ns for " + changes);
        }
    }

    @Test
    void atFullSpeedItDoesNotWaitForTheClock() {
        List<Duration> changes = new CopyOnWriteArrayList<>();
        try (RunningPart running = RunningPart.start(part(changes), Pace.FULL_SPEED)) {
            await(changes);
            assertEquals(atFullSpeed(), changes.subList(0, CHANGES));
        }
    }

    @Test
    void stepByStepEachStepIsOneInstruction() {
        List<Duration> changes = new CopyOnWriteArrayList<>();
        Samd21 part = part(changes);
        long begin = part.cycles();
        part.runCycles(1);
        assertTrue(part.cycles() - begin <= 4, "one instruction, or the entry of none");
        while (changes.size() < CHANGES) {
            part.runCycles(1);
        }
        assertEquals(atFullSpeed(), changes.subList(0, CHANGES));
        assertTrue(part.time().minus(changes.get(CHANGES - 1)).toNanos() < 100, "looked at in the very step");
    }
}
