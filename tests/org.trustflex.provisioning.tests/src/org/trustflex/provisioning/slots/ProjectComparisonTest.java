package org.trustflex.provisioning.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

class ProjectComparisonTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Project project;

    @BeforeEach
    void generateResources() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
        new ResourceGeneration(project, random, clock).run(part, ResourceOptions.DEFAULT, new Log());
    }

    private ProjectComparison compare(PartOnTheBench with) throws Exception {
        return ProjectComparison.of(new SlotInspection().read(with, new Log()), Optional.of(project));
    }

    private SlotComparison slot(int number) throws Exception {
        return compare(part).slot(number).orElseThrow();
    }

    private Path file(String name) {
        return project.resourcesFolder().resolve(name);
    }

    @Test
    void afterResourcesEveryKeySlotMatchesItsFileAndSaysWhenThatWasProven() throws Exception {
        for (int number : new int[] { 5, 6, 9 }) {
            SlotComparison secret = slot(number);
            assertEquals(Comparison.MATCHES, secret.result());
            assertEquals("slot_" + number + "_secret_key.pem", secret.fileName());
            assertEquals(secret.fileName() + ", proven by MAC", secret.sentence());
            assertTrue(secret.proven().isPresent());
        }
        for (int number : new int[] { 13, 14, 15 }) {
            assertEquals(Comparison.MATCHES, slot(number).result());
            assertEquals("slot_" + number + "_ecc_key_pair.pem", slot(number).fileName());
            assertTrue(slot(number).proven().isPresent());
        }
        assertTrue(compare(part).nothingDiffers());
    }

    @Test
    void aSlotWithoutAFileHasNothingToCompare() throws Exception {
        for (int number : new int[] { 1, 2, 3, 4, 7, 8 }) {
            assertEquals(Optional.empty(), compare(part).slot(number));
        }
        ElementSlots slots = new SlotInspection().read(part, new Log());
        assertEquals(Optional.empty(), ProjectComparison.of(slots, Optional.empty()).slot(13));
    }

    @Test
    void anotherKeyInASlotDiffersAndSaysWhatToRun() throws Exception {
        byte[] other = P256KeyPair.generate(random).publicKey().stored();
        part.change(image -> image.withSlotBytes(15, 0, other));
        SlotComparison differs = slot(15);
        assertEquals(Comparison.DIFFERS, differs.result());
        assertEquals("slot_15_ecc_key_pair.pem is another key. Generate resources, which programs the file's key.",
                differs.sentence());
        assertFalse(compare(part).nothingDiffers());
    }

    @Test
    void aSlotThatWasNotProgrammedYetSaysSo() throws Exception {
        part.change(image -> image.withSlotBytes(14, 0, new byte[72]));
        assertEquals(Comparison.DIFFERS, slot(14).result());
        assertEquals("The slot is empty; slot_14_ecc_key_pair.pem has its key. Generate resources, which programs it.",
                slot(14).sentence());
    }

    @Test
    void aMissingFileIsMissing() throws Exception {
        Files.delete(file("slot_13_ecc_key_pair.pem"));
        assertEquals(Comparison.MISSING, slot(13).result());
        assertTrue(slot(13).sentence().startsWith("slot_13_ecc_key_pair.pem is missing."), slot(13).sentence());
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        Files.writeString(file("slot_15_ecc_key_pair.pem"), "nonsense");
        Files.writeString(file("slot_5_secret_key.pem"), "nonsense");
        assertEquals(Comparison.UNKNOWN, slot(15).result());
        assertEquals(Comparison.UNKNOWN, slot(5).result());
        assertTrue(slot(5).sentence().contains("slot_5_secret_key.pem is no usable key file"), slot(5).sentence());
    }

    @Test
    void aSecretThatWasChangedAfterItsProofIsNotTakenForProven() throws Exception {
        Path secret = file("slot_6_secret_key.pem");
        Files.setLastModifiedTime(secret, FileTime.from(clock.instant().plusSeconds(60)));
        assertEquals(Comparison.UNKNOWN, slot(6).result());
        assertTrue(slot(6).sentence().contains("changed after the last proof"), slot(6).sentence());
    }

    @Test
    void whatOneElementProvedSaysNothingAboutAnother() throws Exception {
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        SlotComparison secret = compare(other).slot(5).orElseThrow();
        assertEquals(Comparison.UNKNOWN, secret.result());
        assertEquals(Optional.empty(), secret.proven());
        assertEquals(Comparison.DIFFERS, compare(other).slot(13).orElseThrow().result());
    }

    @Test
    void slot14ThatHoldsThePendingKeySaysThatTheRotationIsNotFinished() throws Exception {
        KeyRotation rotation = new KeyRotation(project, random, clock);
        assertEquals("slot_14_ecc_key_pair.pem matches, but the key is not valid. Rotate the key for a valid one.",
                slot(14).sentence());
        for (RotationStep step : new RotationStep[] { RotationStep.GENERATE, RotationStep.AUTHORIZE,
                RotationStep.UPDATE }) {
            rotation.run(step, part, new Log());
        }
        assertEquals(Comparison.DIFFERS, slot(14).result());
        assertTrue(slot(14).sentence().startsWith("The slot holds the pending new key"), slot(14).sentence());
        rotation.run(RotationStep.VERIFY, part, new Log());
        assertEquals(Comparison.MATCHES, slot(14).result());
        assertEquals("slot_14_ecc_key_pair.pem matches", slot(14).sentence());
    }

    @Test
    void certificatesAreComparedOnceTheProjectHasThem() throws Exception {
        assertEquals(Optional.empty(), compare(part).slot(10));
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(ChainProfile.forOrganization("Acme"), part,
                new Log());
        for (int number : new int[] { 0, 10, 11, 12 }) {
            assertEquals(Comparison.MATCHES, slot(number).result(), "slot " + number);
        }
        assertEquals("device_" + PartOnTheBench.SERIAL_NUMBER + ".crt", slot(10).fileName());
        assertEquals("signer_FFFF.crt", slot(12).fileName());
        part.change(image -> image.withSlotBytes(10, 5, (byte) (image.slot(10)[5] + 1)));
        assertEquals(Comparison.DIFFERS, slot(10).result());
    }
}
