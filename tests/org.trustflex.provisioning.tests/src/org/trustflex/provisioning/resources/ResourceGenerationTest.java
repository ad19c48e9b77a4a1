package org.trustflex.provisioning.resources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.eeprom.EepromImage;

/** A developer generates the keys of a new part, and again later, in all the situations that come about. */
class ResourceGenerationTest {

    private static final String NOTE = "NOTE: While writing symmetric key into secure element it has to be encrypted with"
            + " IO protection key. So here, Slot 6 (IO protection key) is written before slot 5 (Symmetric key)";
    private static final List<String> GUIDE = List.of("Slot 0 is a private key slot, no action required",
            "Slot 1 is a private key slot, no action required", "Slot 2 is a private key slot, no action required",
            "Slot 3 is a private key slot, no action required", "Slot 4 is a private key slot, no action required",
            "Slot 6 is a secret key, created slot_6_secret_key.pem and programmed", "", NOTE, "",
            "Slot 5 is a secret key, created slot_5_secret_key.pem and programmed",
            "Slot 7 is a secureboot digest slot, slot can only be written through secureboot command",
            "Slot 8 is a general purpose slot of size 416 bytes, no action required",
            "Slot 9 is a secret key, created slot_9_secret_key.pem and programmed",
            "Slot 10 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
            "Slot 11 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
            "Slot 12 is a certificate slot, no action required now, will be updated as part of Generate Certificates",
            "Slot 13 is a public key slot, created slot_13_ecc_key_pair.pem and programmed",
            "Slot 14 is a public key slot, created slot_14_ecc_key_pair.pem and programmed",
            "Slot 15 is a public key slot, created slot_15_ecc_key_pair.pem and programmed",
            "Key generation - Success");

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final PartOnTheBench part = PartOnTheBench.delivered();
    private ResourceBench bench;

    @BeforeEach
    void layOutTheBench() {
        bench = new ResourceBench(folder);
    }

    private void rotate() throws Exception {
        new KeyRotation(bench.project(), random, PartOnTheBench.CLOCK).rotate(part, new Log());
    }

    private void lockSlot(int slot) {
        int unlocked = 0xFFFF & ~(1 << slot);
        part.change(image -> image.withConfigurationBytes(ConfigurationZone.SLOT_LOCKED, (byte) unlocked,
                (byte) (unlocked >> 8)));
    }

    /** Refused before anything was written to disk or device. */
    private <T extends Exception> T refused(Class<T> type, ResourceOptions options) throws Exception {
        bench.project();
        Map<Path, String> files = bench.contents();
        EepromImage image = part.image();
        T refused = assertThrows(type, () -> bench.generate(part, options));
        assertEquals(files, bench.contents());
        assertEquals(image, part.image());
        return refused;
    }

    @Test
    void aNewPartIsFilledAndTheLogIsTheGuides() throws Exception {
        assertEquals(GUIDE, bench.generate(part).lines());
        bench.assertAllSlotsHoldTheirFilesKeys(part, "a new part");
        assertFalse(part.image().publicKeyValid(14));
    }

    @Test
    void aProductionPartIsFilledTheSameWay() throws Exception {
        PartOnTheBench production = PartOnTheBench.delivered(TrustFlexProfile.PRODUCTION,
                new SerialNumber("0123CC55CC55CC5501"));
        assertEquals(GUIDE, bench.generate(production).lines());
        bench.assertAllSlotsHoldTheirFilesKeys(production, "a production part");
    }

    @Test
    void aPartThatIsNoTrustFlexPartIsRefused() throws Exception {
        part.change(image -> PartFactory.blank(PartOnTheBench.SERIAL_NUMBER));
        NotPossible refused = refused(NotPossible.class, ResourceOptions.DEFAULT);
        assertTrue(refused.getMessage().contains(PartOnTheBench.SERIAL_NUMBER + " is no TrustFLEX part"),
                refused.getMessage());
    }

    @Test
    void theSecondRunKeepsEverything() throws Exception {
        bench.generate(part);
        Map<Path, String> files = bench.contents();
        EepromImage image = part.image();
        Log log = bench.generate(part);
        assertEquals(files, bench.contents());
        assertEquals(image, part.image());
        assertTrue(log.lines()
                .contains("Slot 6 is a secret key, slot_6_secret_key.pem is what the device holds, kept"));
        assertTrue(log.lines()
                .contains("Slot 14 is a public key slot, slot_14_ecc_key_pair.pem is what the device holds, kept"));
        assertFalse(log.has("NOTE"));
    }

    @Test
    void aMissingFileIsReplacedByANewKeyAndTheOthersAreKept() throws Exception {
        for (int slot : ResourceBench.KEY_SLOTS) {
            bench.generate(part);
            Map<Path, String> files = bench.contents();
            Files.delete(bench.keyFile(slot));
            bench.generate(part);
            bench.assertAllSlotsHoldTheirFilesKeys(part, "after losing the file of slot " + slot);
            for (int other : ResourceBench.KEY_SLOTS) {
                assertEquals(other != slot, files.get(bench.root.relativize(bench.keyFile(other)))
                        .equals(Files.readString(bench.keyFile(other))), "slot " + other);
            }
        }
    }

    @Test
    void aMissingHeaderIsWrittenAgainAndAWrongOneIsKeptAside() throws Exception {
        bench.generate(part);
        Path header = bench.file("slot_5_secret_key.h");
        String right = Files.readString(header);
        Files.delete(header);
        bench.generate(part);
        assertEquals(right, Files.readString(header));
        Files.writeString(header, "something of the user's");
        bench.generate(part);
        assertEquals(right, Files.readString(header));
        assertTrue(bench.contents().containsValue("something of the user's"));
    }

    @Test
    void aDeviceThatHoldsOtherKeysIsProgrammedFromTheFiles() throws Exception {
        bench.generate(part);
        byte[] other = new byte[64];
        random.nextBytes(other);
        part.change(image -> image.withSlotBytes(6, 0, other[0]).withSlotBytes(9, 0, other[1])
                .withSlotBytes(15, 0, P256KeyPair.generate(random).publicKey().stored()));
        Log log = bench.generate(part);
        bench.assertAllSlotsHoldTheirFilesKeys(part, "after the device lost keys");
        assertTrue(
                log.lines().contains("Slot 15 is a public key slot, programmed again from slot_15_ecc_key_pair.pem"));
    }

    @Test
    void aDamagedFileIsNamedAndNothingIsWritten() throws Exception {
        bench.generate(part);
        for (int slot : ResourceBench.KEY_SLOTS) {
            String good = Files.readString(bench.keyFile(slot));
            for (String damage : List.of("", "nonsense", good.substring(0, good.length() / 2),
                    Files.readString(bench.keyFile(slot == 9 ? 6 : slot == 13 ? 5 : 9)))) {
                Files.writeString(bench.keyFile(slot), damage);
                BadFile refused = refused(BadFile.class, ResourceOptions.DEFAULT);
                assertEquals(bench.keyFile(slot).toString(), refused.file());
                assertTrue(refused.getMessage().contains(bench.keyFile(slot).toString()), refused.getMessage());
            }
            Files.writeString(bench.keyFile(slot), good);
        }
        Files.writeString(bench.file("device.json"), "{\"format\": 1, \"serialNumber\": \"../../etc\"}");
        assertEquals(bench.file("device.json").toString(), refused(BadFile.class, ResourceOptions.DEFAULT).file());
    }

    @Test
    void aLockedSlotThatHoldsAnotherKeyIsRefusedBeforeAnythingIsTouched() throws Exception {
        bench.generate(part);
        lockSlot(13);
        bench.generate(part);
        Files.writeString(bench.keyFile(13), P256KeyPair.generate(random).toPem());
        NotPossible refused = refused(NotPossible.class, ResourceOptions.DEFAULT);
        assertTrue(refused.getMessage().startsWith("Slot 13 is locked for ever and holds another key than"),
                refused.getMessage());
        assertTrue(refused(NotPossible.class, new ResourceOptions(true, false)).getMessage()
                .startsWith("Slot 13 is locked for ever, so that no new key can be put there."));
    }

    @Test
    void anotherElementIsRefusedUnlessItIsAdopted() throws Exception {
        bench.generate(part);
        Map<Path, String> files = bench.contents();
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        EepromImage image = other.image();
        NotPossible refused = assertThrows(NotPossible.class, () -> bench.generate(other));
        assertEquals("The project belongs to the secure element 0123AA55AA55AA5501, but 0123BB55BB55BB5501 is on the"
                + " board. Choose the other board, or give the project to this element when you"
                + " generate resources.",
                refused.getMessage());
        assertEquals(image, other.image());
        assertEquals(files, bench.contents());
        bench.generate(other, new ResourceOptions(false, true));
        bench.assertAllSlotsHoldTheirFilesKeys(other, "the adopted element");
        for (int slot : ResourceBench.KEY_SLOTS) {
            assertEquals(files.get(bench.root.relativize(bench.keyFile(slot))), Files.readString(bench.keyFile(slot)));
        }
        assertThrows(NotPossible.class, () -> bench.generate(part));
    }

    @Test
    void newKeysReplaceAllOfThemAndKeepTheOldFilesAside() throws Exception {
        bench.generate(part);
        rotate();
        Map<Path, String> before = bench.contents();
        EccPublicKey valid = part.image().publicKey(14);
        assertEquals(GUIDE, bench.generate(part, new ResourceOptions(true, false)).lines());
        bench.assertAllSlotsHoldTheirFilesKeys(part, "new keys");
        assertNotEquals(valid, part.image().publicKey(14));
        assertFalse(part.image().publicKeyValid(14));
        List<String> kept = bench.contents().entrySet().stream()
                .filter(file -> file.getKey().startsWith("05_public_key_rotation/old")).map(Map.Entry::getValue)
                .toList();
        for (int slot : ResourceBench.KEY_SLOTS) {
            String old = before.get(bench.root.relativize(bench.keyFile(slot)));
            assertNotEquals(old, Files.readString(bench.keyFile(slot)));
            assertTrue(kept.contains(old), "slot " + slot);
        }
        rotate();
        assertTrue(part.image().publicKeyValid(14));
    }

    @Test
    void aValidRotatingKeyIsLeftAloneWhoeverMadeIt() throws Exception {
        bench.generate(part);
        rotate();
        EccPublicKey rotated = part.image().publicKey(14);
        assertTrue(bench.generate(part).has("slot_14_ecc_key_pair.pem is what the device holds, kept"));
        Files.writeString(bench.keyFile(14), P256KeyPair.generate(random).toPem());
        Log log = bench.generate(part);
        assertTrue(
                log.has("Slot 14 holds a validated key that is not the one in slot_14_ecc_key_pair.pem; it is left"));
        assertEquals(rotated, part.image().publicKey(14));
        assertTrue(part.image().publicKeyValid(14));
        assertFalse(DeviceRecord.read(bench.project()).orElseThrow().proven().containsKey(14));
        rotate();
        bench.assertAllSlotsHoldTheirFilesKeys(part, "after rotating it away");
    }

    @Test
    void anInterruptedRotationIsLeftAloneAndNewKeysWaitForIt() throws Exception {
        bench.generate(part);
        part.powerFailsAtWrite(2, true);
        assertThrows(Exception.class, this::rotate);
        part.restorePower();
        Log log = bench.generate(part);
        assertTrue(log.has("Slot 14 is in the middle of a rotation, which is left alone; rotate the key to finish it"));
        NotPossible refused = refused(NotPossible.class, new ResourceOptions(true, false));
        assertTrue(refused.getMessage().contains("Rotate the key, which finishes it"), refused.getMessage());
        rotate();
        bench.assertAllSlotsHoldTheirFilesKeys(part, "after finishing the rotation");
    }

    @Test
    void itStopsBetweenSlotsAndTheNextRunCompletesIt() throws Exception {
        int steps = 1 + 6 + 16;
        for (int begun = 0; begun < steps; begun++) {
            bench.deleteProject();
            PartOnTheBench fresh = PartOnTheBench.delivered();
            Log log = new Log(begun);
            ResourceGeneration generation = new ResourceGeneration(bench.project(), random, PartOnTheBench.CLOCK);
            OperationCancelled stopped = assertThrows(OperationCancelled.class,
                    () -> generation.run(fresh, ResourceOptions.DEFAULT, log));
            assertTrue(stopped.getMessage().startsWith("Stopped as asked, before: "), stopped.getMessage());
            for (int slot : ResourceBench.KEY_SLOTS) {
                if (Files.exists(bench.keyFile(slot))) {
                    assertArrayEquals(bench.fromFile(slot), ResourceBench.inDevice(fresh.image(), slot));
                }
            }
            bench.generate(fresh);
            bench.assertAllSlotsHoldTheirFilesKeys(fresh, "stopped after " + begun + " steps");
        }
    }
}
