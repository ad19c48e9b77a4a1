package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;

import org.trustflex.provisioning.certificates.PartOnTheBench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Device time is the chip's own: a rotation lets no more of it pass than its commands take. */
class RotationTimeTest {

    private static final double MOST = 1.05;
    /** What the commands of a rotation take by the longest times that a host library waits. */
    private static final Duration CHIP_TIME = Duration.ofMillis(800);

    @TempDir
    Path folder;

    @Test
    void aRotationTakesHardlyMoreDeviceTimeThanItsCommands() throws Exception {
        RotationBench bench = RotationBench.withValidKey(folder);
        PartOnTheBench part = bench.part;
        Duration time = part.deviceTime();
        Duration executed = part.executionTime();
        bench.rotate();
        long took = part.deviceTime().minus(time).toNanos();
        long commands = part.executionTime().minus(executed).toNanos();
        System.out.printf("A rotation takes %d ms of device time, its commands %d ms%n", took / 1_000_000,
                commands / 1_000_000);
        assertTrue(commands > 0 && took <= MOST * commands, took + " ns for " + commands + " ns of commands");
        assertTrue(commands <= CHIP_TIME.toNanos(), commands + " ns of commands");
    }
}
