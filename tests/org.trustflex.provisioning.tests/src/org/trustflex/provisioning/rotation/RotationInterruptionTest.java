package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;

/** Whatever happens at whatever moment of a rotation, the next run ends it, and no key is lost. */
class RotationInterruptionTest {

    /** Arms a fault at the command or EEPROM write of a number. */
    private interface Fault {
        void at(PartOnTheBench part, int number);
    }

    @TempDir
    Path folder;

    private RotationBench bench;
    private EccPublicKey before;

    @BeforeEach
    void rotateOnce() throws Exception {
        bench = RotationBench.withValidKey(folder);
        before = bench.keyInSlot();
    }

    private int commandsOfARotation() throws Exception {
        bench.part.restorePower();
        bench.rotate();
        int commands = bench.part.commands();
        bench.putBack();
        return commands;
    }

    private int writesOfARotation() throws Exception {
        bench.part.restorePower();
        bench.rotate();
        long writes = bench.part.writes();
        bench.putBack();
        return (int) writes;
    }

    /** Rotates with a fault. Returns whether it got through nevertheless. */
    private boolean rotateWith(Fault fault, int number) throws Exception {
        fault.at(bench.part, number);
        boolean gotThrough = true;
        try {
            bench.rotate();
        } catch (ElementException interrupted) {
            gotThrough = false;
        }
        if (!bench.deviceIsAsRemembered()) {
            // Whoever comes now, with whichever program, finds out that there was a rotation and with which keys.
            assertEquals(bench.journal().authorization().invalidation().orElseThrow().key(), before);
            assertTrue(bench.keysOnDisk().containsAll(Set.of(before, bench.journal().newKey())));
        }
        bench.part.restorePower();
        return gotThrough;
    }

    private void oneFaultAtEach(String what, int points, Fault fault) throws Exception {
        int gotThrough = 0;
        for (int number = 1; number <= points; number++) {
            bench.putBack();
            String when = what + " " + number + " of " + points;
            if (rotateWith(fault, number)) {
                gotThrough++;
            } else {
                boolean begun = Files.exists(bench.rotationFile("pending/slot_14_ecc_key_pair.pem"));
                assertEquals(begun, bench.rotate(), when);
            }
            bench.assertRotated(before, when);
        }
        System.out.println(what + ": " + points + " points tried, the same run got through at " + gotThrough);
    }

    @Test
    void powerFailsBeforeEachCommand() throws Exception {
        oneFaultAtEach("power cut before command", commandsOfARotation(), PartOnTheBench::powerFailsBefore);
    }

    @Test
    void theReplyToEachCommandIsLost() throws Exception {
        oneFaultAtEach("lost reply to command", commandsOfARotation(),
                (part, number) -> part.replyIsLost(next -> next == number));
    }

    @Test
    void aBitOfEachReplyIsFlipped() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random chosen = new Random(seed);
        oneFaultAtEach("flipped bit in the reply to command", commandsOfARotation(),
                (part, number) -> part.replyIsSpoilt(number, reply -> {
                    byte[] flipped = reply.clone();
                    int bit = chosen.nextInt(8 * flipped.length);
                    flipped[bit / 8] ^= (byte) (1 << bit % 8);
                    return flipped;
                }));
    }

    @Test
    void eachReplyIsTruncatedOrEmpty() throws Exception {
        UnaryOperator<byte[]> half = reply -> Arrays.copyOf(reply, reply.length / 2);
        UnaryOperator<byte[]> empty = reply -> new byte[0];
        oneFaultAtEach("truncated reply to command", commandsOfARotation(),
                (part, number) -> part.replyIsSpoilt(number, number % 2 == 0 ? half : empty));
    }

    @Test
    void powerFailsBeforeAndAfterEachEepromWrite() throws Exception {
        int writes = writesOfARotation();
        oneFaultAtEach("power cut before EEPROM write", writes,
                (part, number) -> part.powerFailsAtWrite(number, false));
        oneFaultAtEach("power cut after EEPROM write", writes, (part, number) -> part.powerFailsAtWrite(number, true));
    }

    @Test
    void powerFailsTwiceInARow() throws Exception {
        int commands = commandsOfARotation();
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random chosen = new Random(seed);
        for (int first = 1; first <= commands; first++) {
            bench.putBack();
            int second = 1 + chosen.nextInt(commands);
            String when = "cut before command " + first + ", then before command " + second;
            rotateWith(PartOnTheBench::powerFailsBefore, first);
            if (!rotateWith(PartOnTheBench::powerFailsBefore, second)) {
                bench.rotate();
            }
            bench.assertRotated(before, when);
        }
        System.out.println("two power cuts in a row: " + commands + " pairs tried");
    }

    @Test
    void powerFailsAtEveryPairOfEepromWrites() throws Exception {
        int writes = writesOfARotation();
        int pairs = 0;
        for (int first = 1; first <= 2 * writes; first++) {
            for (int second = 1; second <= 2 * writes; second++) {
                bench.putBack();
                rotateWith(RotationInterruptionTest::cutAtWrite, first);
                if (!rotateWith(RotationInterruptionTest::cutAtWrite, second)) {
                    bench.rotate();
                }
                bench.assertRotated(before, "cut at writes " + first + " and " + second);
                pairs++;
            }
        }
        System.out.println("two power cuts at EEPROM writes: " + pairs + " pairs tried");
    }

    /** Odd numbers cut before a write, even ones after it. */
    private static void cutAtWrite(PartOnTheBench part, int number) {
        part.powerFailsAtWrite((number + 1) / 2, number % 2 == 0);
    }

    @Test
    void theJournalIsOnTheDiskBeforeTheFirstCommandThatChangesTheDevice() throws Exception {
        Path journal = bench.rotationFile("journal/" + PartOnTheBench.SERIAL_NUMBER + ".json");
        List<Boolean> startedBefore = new ArrayList<>();
        List<Long> writesBefore = new ArrayList<>();
        bench.part.restorePower();
        bench.part.watch(number -> {
            startedBefore.add(Files.readString(journal).contains("\"STARTED\""));
            writesBefore.add(bench.part.writes());
        });
        bench.rotate();
        int afterTheFirstChange = 0;
        while (writesBefore.get(afterTheFirstChange) == 0) {
            afterTheFirstChange++;
        }
        assertTrue(startedBefore.get(afterTheFirstChange - 1));
        assertFalse(startedBefore.get(0));
    }

    @Test
    void anInterruptedRotationIsFinishedByTheNextRunWhichSaysSoAndTheOneAfterMakesANewKey() throws Exception {
        bench.part.powerFailsAtWrite(3, true);
        assertThrows(ElementException.class, bench::rotate);
        EccPublicKey pending = RotationBench.pair(bench.rotationFile("pending/slot_14_ecc_key_pair.pem")).publicKey();
        bench.part.restorePower();
        Log log = new Log();
        assertTrue(bench.rotation().rotate(bench.part, log));
        assertEquals("An interrupted rotation was finished. Rotate again for another new key.",
                log.lines().get(log.lines().size() - 1));
        assertEquals(pending, bench.keyInSlot());
        assertFalse(bench.rotate());
        assertFalse(pending.equals(bench.keyInSlot()));
        assertTrue(bench.keysOnDisk().containsAll(Set.of(before, pending, bench.keyInSlot())));
    }

    /** The process may be killed between any two of the files that follow the proof. */
    @Test
    void theFilesThatFollowTheProofMayBeCutAnywhere() throws Exception {
        for (int reached = 0; reached <= 3; reached++) {
            bench.putBack();
            for (RotationStep step : new RotationStep[] { RotationStep.GENERATE, RotationStep.AUTHORIZE,
                    RotationStep.UPDATE }) {
                bench.run(step);
            }
            PendingKey pending = new PendingKey(bench.project);
            if (reached >= 1) {
                pending.promote();
            }
            if (reached >= 2) {
                bench.journal().at(RotationProgress.DONE).write(bench.project);
            }
            if (reached >= 3) {
                Authorization.file(bench.project).delete();
            }
            assertTrue(bench.rotate(), "cut after file " + reached);
            bench.assertRotated(before, "cut after file " + reached);
        }
    }

    @Test
    void aWriteThatTheDeviceConfirmsButDoesNotKeepIsNoticed() throws Exception {
        bench.part.ignores(command -> (command[1] & 0xFF) == 0x12);
        ElementException noticed = assertThrows(ElementException.class, bench::rotate);
        assertTrue(noticed.getMessage().startsWith("Slot 14 does not hold what was just written to it."),
                noticed.getMessage());
        bench.part.ignores(command -> false);
        bench.rotate();
        bench.assertRotated(before, "after a part that forgets");
    }
}
