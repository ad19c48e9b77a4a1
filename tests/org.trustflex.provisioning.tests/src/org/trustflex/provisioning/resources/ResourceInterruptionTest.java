package org.trustflex.provisioning.resources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.simulator.eeprom.EepromImage;

/** Whatever happens while keys are generated, no slot ever holds a key that is not on the disk, and the next run completes. */
class ResourceInterruptionTest {

    private static final int BLOCK = 32;

    @TempDir
    Path folder;

    private final PartOnTheBench part = PartOnTheBench.delivered();
    private EepromImage delivered;
    private ResourceBench bench;
    private List<String> lines;
    private int commands;
    private long writes;

    @BeforeEach
    void generateOnce() throws Exception {
        bench = new ResourceBench(folder);
        delivered = part.image();
        part.restorePower();
        lines = bench.generate(part).lines();
        commands = part.commands();
        writes = part.writes();
        putBack();
    }

    private void putBack() throws Exception {
        bench.deleteProject();
        part.change(image -> delivered);
    }

    /** Saved first, noted last: what a slot got is in its file, and what is noted as proven is wholly in the slot. */
    private void assertNothingIsOnTheDeviceAlone(String when) throws Exception {
        EepromImage image = part.image();
        for (int slot : ResourceBench.KEY_SLOTS) {
            byte[] held = ResourceBench.inDevice(image, slot);
            byte[] before = ResourceBench.inDevice(delivered, slot);
            for (int from = 0; from < held.length; from += BLOCK) {
                int to = Math.min(held.length, from + BLOCK);
                if (!Arrays.equals(held, from, to, before, from, to)) {
                    assertArrayEquals(Arrays.copyOfRange(bench.fromFile(slot), from, to),
                            Arrays.copyOfRange(held, from, to), when + ", slot " + slot);
                }
            }
        }
        Optional<DeviceRecord> record = DeviceRecord.read(bench.project());
        if (record.isPresent()) {
            for (int slot : record.get().proven().keySet()) {
                assertArrayEquals(bench.fromFile(slot), ResourceBench.inDevice(image, slot), when + ", slot " + slot);
            }
        }
    }

    @Test
    void everyKeyIsSavedBeforeItIsProgrammed() throws Exception {
        part.watch(number -> {
            try {
                assertNothingIsOnTheDeviceAlone("before command " + number);
            } catch (IOException failed) {
                throw failed;
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        bench.generate(part);
        assertEquals(commands, part.commands());
    }

    @Test
    void powerFailsBeforeEachCommand() throws Exception {
        for (int number = 1; number <= commands; number++) {
            putBack();
            part.powerFailsBefore(number);
            assertThrows(ElementException.class, () -> bench.generate(part));
            complete("power cut before command " + number + " of " + commands);
        }
        System.out.println("resources, power cut before a command: " + commands + " points tried");
    }

    @Test
    void powerFailsBeforeAndAfterEachEepromWrite() throws Exception {
        for (int number = 1; number <= writes; number++) {
            for (boolean after : new boolean[] { false, true }) {
                putBack();
                part.powerFailsAtWrite(number, after);
                assertThrows(ElementException.class, () -> bench.generate(part));
                complete("power cut " + (after ? "after" : "before") + " EEPROM write " + number + " of " + writes);
            }
        }
        System.out.println("resources, power cut at an EEPROM write: " + 2 * writes + " points tried");
    }

    private void complete(String when) throws Exception {
        assertNothingIsOnTheDeviceAlone(when);
        part.restorePower();
        bench.generate(part);
        bench.assertAllSlotsHoldTheirFilesKeys(part, when);
    }

    /** The four replies to opening the session apart, which tell that no board is there. */
    @Test
    void theReplyToEachCommandIsLostOrDamagedAndTheSameRunGoesOn() throws Exception {
        int opening = 4;
        for (int number = opening + 1; number <= commands; number++) {
            int lost = number;
            putBack();
            part.replyIsLost(next -> next == lost);
            assertSameLinesAndKeys("reply to command " + number + " lost");
            putBack();
            part.replyIsSpoilt(number, reply -> Arrays.copyOf(reply, reply.length - 1));
            assertSameLinesAndKeys("reply to command " + number + " truncated");
            part.restorePower();
        }
        System.out.println("resources, lost or damaged reply: " + 2 * (commands - opening) + " points tried");
    }

    private void assertSameLinesAndKeys(String when) throws Exception {
        Log log = bench.generate(part);
        assertEquals(lines, log.lines().stream().filter(line -> !line.startsWith("The answer was lost")).toList(),
                when);
        assertTrue(log.has("The answer was lost"), when);
        bench.assertAllSlotsHoldTheirFilesKeys(part, when);
        try (var old = Files.list(bench.root.resolve("05_public_key_rotation"))) {
            assertTrue(old.noneMatch(path -> path.endsWith("old")), when + ": a key was made twice");
        }
    }

    @Test
    void aSecretThatTheDeviceDidNotTakeIsNoticed() throws Exception {
        part.ignores(command -> (command[1] & 0xFF) == 0x12);
        ElementException noticed = assertThrows(ElementException.class, () -> bench.generate(part));
        assertTrue(noticed.getMessage().startsWith("The secure element does not hold in slot 6 what was just written"),
                noticed.getMessage());
        assertTrue(DeviceRecord.read(bench.project()).orElseThrow().proven().isEmpty());
        part.ignores(command -> false);
        complete("after a part that forgets");
    }
}
