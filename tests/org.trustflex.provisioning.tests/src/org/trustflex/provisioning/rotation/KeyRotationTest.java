package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;

/** A developer rotates the public key in slot 14, at once or in the guide's four steps. */
class KeyRotationTest {

    private static final List<String> GUIDE = List.of("Generated new rotating public key pair",
            "Signing the rotating key digest with the Authority Private Key",
            "Rotating Public Key is written to device",
            "Rotating Public Key is validated with authority signed signature",
            "Signing with the Rotating Private Key", "Verified the Rotating Public key");

    @TempDir
    Path folder;

    private RotationBench bench;
    private EccPublicKey before;

    @BeforeEach
    void generateResources() throws Exception {
        bench = RotationBench.withResources(folder);
        before = bench.keyInSlot();
    }

    private Log rotateAndListen() throws Exception {
        Log log = new Log();
        bench.rotation().rotate(bench.part, log);
        return log;
    }

    private String refusal(RotationStep step) {
        return assertThrows(NotPossible.class, () -> bench.run(step)).getMessage();
    }

    @Test
    void theFirstRotationSaysTheGuidesLinesAndEndsValid() throws Exception {
        assertEquals(GUIDE, rotateAndListen().lines());
        bench.assertRotated(before, "the first rotation");
    }

    @Test
    void rotatingAValidKeySaysTheSameLinesAndEndsValid() throws Exception {
        bench.rotate();
        EccPublicKey second = bench.keyInSlot();
        assertEquals(GUIDE, rotateAndListen().lines());
        bench.assertRotated(second, "the second rotation");
        assertTrue(bench.keysOnDisk().containsAll(Set.of(before, second, bench.keyInSlot())));
    }

    @Test
    void theFourStepsOneByOneSayTheGuidesLines() throws Exception {
        Log log = new Log();
        for (RotationStep step : RotationStep.values()) {
            bench.rotation().run(step, bench.part, log);
        }
        assertEquals(GUIDE, log.lines());
        bench.assertRotated(before, "four steps");
    }

    @Test
    void theRecordSaysWhenTheNewKeyWasProven() throws Exception {
        bench.rotate();
        assertEquals(Instant.parse("2026-03-04T05:06:07Z"),
                DeviceRecord.read(bench.project).orElseThrow().proven().get(RotationBench.SLOT));
    }

    @Test
    void verifyingAgainAfterwardsProvesTheSameKey() throws Exception {
        bench.rotate();
        EccPublicKey key = bench.keyInSlot();
        bench.run(RotationStep.VERIFY);
        assertEquals(key, bench.keyInSlot());
        assertTrue(bench.part.image().publicKeyValid(RotationBench.SLOT));
    }

    /** Every order of the four steps, each of which either works or says which one is missing. */
    @Test
    void theStepsInEveryOrderWorkOrSayWhatIsMissing() throws Exception {
        bench.rotate();
        bench.remember();
        int orders = 0;
        for (RotationStep first : RotationStep.values()) {
            for (RotationStep second : RotationStep.values()) {
                for (RotationStep third : RotationStep.values()) {
                    for (RotationStep fourth : RotationStep.values()) {
                        bench.putBack();
                        new ExpectedSteps(bench).take(List.of(first, second, third, fourth));
                        orders++;
                    }
                }
            }
        }
        System.out.println("steps of the rotation: " + orders + " orders tried");
    }

    /** What the guide says that each step needs. */
    private static final class ExpectedSteps {
        private final RotationBench bench;
        private boolean pending;
        private boolean authorized;
        private boolean updated;

        ExpectedSteps(RotationBench bench) {
            this.bench = bench;
        }

        void take(List<RotationStep> order) throws Exception {
            for (RotationStep step : order) {
                String missing = missing(step);
                if (missing.isEmpty()) {
                    bench.run(step);
                    follow(step);
                } else {
                    NotPossible refused = assertThrows(NotPossible.class, () -> bench.run(step), order.toString());
                    assertTrue(refused.getMessage().contains(missing), order + ": " + refused.getMessage());
                }
            }
            assertEquals(!pending || updated, bench.keyInSlot().equals(RotationBench.pair(pending
                    ? bench.rotationFile("pending/slot_14_ecc_key_pair.pem")
                    : bench.resource("slot_14_ecc_key_pair.pem")).publicKey()), order.toString());
        }

        private String missing(RotationStep step) {
            return switch (step) {
                case GENERATE -> updated ? "Rotate the key, which finishes it, before another one is made" : "";
                case AUTHORIZE -> pending ? "" : "There is no new key pair yet. Run step 1 (generate) first.";
                case UPDATE -> {
                    if (!pending) {
                        yield "There is no new key pair yet. Run step 1 (generate) first.";
                    }
                    yield authorized ? "" : "is not authorized for " + PartOnTheBench.SERIAL_NUMBER;
                }
                case VERIFY -> pending && !updated ? "Run step 3 (update) first." : "";
            };
        }

        private void follow(RotationStep step) {
            switch (step) {
                case GENERATE -> {
                    pending = true;
                    authorized = false;
                }
                case AUTHORIZE -> authorized = true;
                case UPDATE -> updated = true;
                case VERIFY -> {
                    pending = false;
                    authorized = false;
                    updated = false;
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    @Test
    void beforeTheFirstRotationThereIsNothingToVerify() {
        assertTrue(refusal(RotationStep.VERIFY).contains("Rotate the key, which puts a new one there."));
    }

    @Test
    void aSecondNewKeyNeedsANewAuthorizationAndTheFirstIsKept() throws Exception {
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        EccPublicKey first = RotationBench.pair(bench.rotationFile("pending/slot_14_ecc_key_pair.pem")).publicKey();
        bench.run(RotationStep.GENERATE);
        assertTrue(refusal(RotationStep.UPDATE).contains("Run step 2 (authorize) first."));
        assertTrue(bench.keysOnDisk().contains(first));
    }

    /** Step two signed for the key that was in the slot then; another one was put there since. */
    @Test
    void anAuthorizationForAKeyThatIsNoLongerInTheSlotIsStale() throws Exception {
        bench.rotate();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        byte[] other = P256KeyPair.generate(new java.security.SecureRandom()).publicKey().stored();
        bench.part.change(image -> image.withSlotBytes(14, 0, other).withValidity(14, true));
        assertTrue(refusal(RotationStep.UPDATE).contains("does not cover the key that is valid in slot 14 now"));
        bench.rotate();
        assertTrue(bench.part.image().publicKeyValid(RotationBench.SLOT));
        assertEquals(bench.keyInFile(), bench.keyInSlot());
    }

    @Test
    void aRotationIsStoppedBetweenStepsAndNeverInsideOne() throws Exception {
        bench.rotate();
        bench.remember();
        List<String> stopsBefore = List.of("Reading the secure element", "Generating the new key pair",
                "Signing for the new key with the authority's key", "Replacing the key in slot 14",
                "Verifying with the new key");
        for (int steps = 0; steps < stopsBefore.size(); steps++) {
            bench.putBack();
            EccPublicKey old = bench.keyInSlot();
            Log log = new Log(steps);
            OperationCancelled stopped = assertThrows(OperationCancelled.class,
                    () -> bench.rotation().rotate(bench.part, log));
            assertTrue(stopped.getMessage().contains("before: " + stopsBefore.get(steps)), stopped.getMessage());
            assertEquals(steps < 4, bench.deviceIsAsRemembered());
            assertTrue(bench.part.image().publicKeyValid(RotationBench.SLOT));
            bench.rotate();
            bench.assertRotated(old, "stopped before " + stopsBefore.get(steps));
        }
    }

    @Test
    void aBoardThatIsNotThereIsToldAtOnceAndNothingIsMade() throws Exception {
        bench.part.powerFailsBefore(1);
        assertThrows(ElementException.class, bench::rotate);
        assertFalse(Files.exists(bench.rotationFile("pending")));
    }

    @Test
    void aProjectWithoutResourcesSaysWhatToRun() throws Exception {
        Project empty = Project.openOrCreate(folder.resolve("empty"));
        KeyRotation rotation = new KeyRotation(empty, new java.security.SecureRandom(), PartOnTheBench.CLOCK);
        NotPossible refused = assertThrows(NotPossible.class, () -> rotation.rotate(bench.part, new Log()));
        assertEquals("The project has no resources yet. Generate them first.", refused.getMessage());
    }

    @Test
    void privateFilesAreForTheirOwnerAloneAndKeptFromVersionControl() throws Exception {
        bench.rotate();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        try (Stream<Path> all = Files.walk(bench.project.rotationFolder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String expected = file.endsWith(".gitignore") ? "rw-r--r--" : "rw-------";
                assertEquals(expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
        for (String name : List.of("pending", "old", "journal")) {
            assertEquals("rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.rotationFile(name))));
            assertTrue(Files.readAllLines(bench.rotationFile(".gitignore")).contains(name + "/"));
        }
    }

    @Test
    void aDamagedJournalIsNamedBeforeAnythingIsTouched() throws Exception {
        bench.part.powerFailsAtWrite(2, true);
        assertThrows(ElementException.class, bench::rotate);
        bench.part.restorePower();
        Path journal = bench.rotationFile("journal/" + PartOnTheBench.SERIAL_NUMBER + ".json");
        Files.writeString(journal, Files.readString(journal).replace("STARTED", "HALFWAY"));
        bench.part.restorePower();
        BadFile refused = assertThrows(BadFile.class, bench::rotate);
        assertEquals(journal.toString(), refused.file());
        assertEquals(0, bench.part.writes());
        Files.move(journal, journal.resolveSibling("damaged.txt"));
        assertTrue(bench.rotate());
        bench.assertRotated(before, "without its journal");
    }

    @Test
    void aLostPendingKeyIsAskedForAndMayBeReplaced() throws Exception {
        bench.part.powerFailsAtWrite(2, true);
        assertThrows(ElementException.class, bench::rotate);
        Path pending = bench.rotationFile("pending/slot_14_ecc_key_pair.pem");
        String saved = Files.readString(pending);
        Files.delete(pending);
        bench.part.restorePower();
        BadFile refused = assertThrows(BadFile.class, bench::rotate);
        assertTrue(
                refused.getMessage().contains("slot_14_ecc_key_pair.pem is gone. Restore that file, or run step 1"),
                refused.getMessage());
        assertEquals(0, bench.part.writes());
        bench.remember();
        Files.writeString(pending, saved);
        assertTrue(bench.rotate());
        bench.assertRotated(before, "with the restored key");
        bench.putBack();
        bench.run(RotationStep.GENERATE);
        assertTrue(bench.rotate());
        bench.assertRotated(before, "with another new key");
    }

    @Test
    void anotherElementIsRefusedWhileARotationIsInterrupted() throws Exception {
        bench.part.powerFailsAtWrite(2, true);
        assertThrows(ElementException.class, bench::rotate);
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        KeyRotation rotation = bench.rotation();
        NotPossible refused = assertThrows(NotPossible.class, () -> rotation.rotate(other, new Log()));
        assertTrue(refused.getMessage().contains("0123BB55BB55BB5501 is on the board"), refused.getMessage());
        assertEquals(0, other.writes());
        bench.part.restorePower();
        assertTrue(bench.rotate());
        bench.assertRotated(before, "back at the first element");
    }

    /** Given to another element in the middle: the new key of the first one is kept aside and not given to both. */
    @Test
    void adoptingAnotherElementPutsThePendingKeyAside() throws Exception {
        bench.part.powerFailsAtWrite(3, true);
        assertThrows(ElementException.class, bench::rotate);
        EccPublicKey pending = RotationBench.pair(bench.rotationFile("pending/slot_14_ecc_key_pair.pem")).publicKey();
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        new ResourceGeneration(bench.project, new java.security.SecureRandom(), PartOnTheBench.CLOCK).run(other,
                new ResourceOptions(false, true), new Log());
        assertFalse(bench.rotation().rotate(other, new Log()));
        assertNotEquals(pending, other.image().publicKey(RotationBench.SLOT));
        assertTrue(bench.keysOnDisk().contains(pending));
    }

    /** A USB plug is quicker than the retry after a lost answer. */
    @Test
    void anElementThatIsExchangedInTheMiddleIsLeftAlone() throws Exception {
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        bench.part.replyIsLost(number -> number == 30);
        ElementSource exchanged = new ElementSource() {
            private int opened;

            @Override
            public String boardId() {
                return "bench";
            }

            @Override
            public int i2cAddress() {
                return TrustFlexProfile.I2C_ADDRESS;
            }

            @Override
            public SecureElement open() throws ElementException {
                opened++;
                return opened == 1 ? bench.part.open() : other.open();
            }
        };
        KeyRotation rotation = bench.rotation();
        NotPossible refused = assertThrows(NotPossible.class, () -> rotation.rotate(exchanged, new Log()));
        assertTrue(refused.getMessage().contains("0123BB55BB55BB5501 is on the board. Nothing was done to it."),
                refused.getMessage());
        assertEquals(0, other.writes());
        bench.part.restorePower();
        assertTrue(bench.rotate());
        bench.assertRotated(before, "back at the first element");
    }
}
