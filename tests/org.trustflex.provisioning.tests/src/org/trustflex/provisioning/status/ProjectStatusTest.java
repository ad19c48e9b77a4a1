package org.trustflex.provisioning.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.DeliveredChain;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.provisioning.slots.SlotInspection;

/** The overview of a project at each point of its way. */
class ProjectStatusTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Project project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
    }

    private void resources() throws Exception {
        new ResourceGeneration(project, random, clock).run(part, ResourceOptions.DEFAULT, new Log());
    }

    private void certificates() throws Exception {
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(ChainProfile.forOrganization("Acme"), part,
                new Log());
    }

    private void deliveredCertificates() throws Exception {
        new DeliveredChain(project, PartOnTheBench.CLOCK).use(part, new Log());
    }

    @Test
    void theDeliveredChainIsDoneAsSoonAsTheUserTakesIt() throws Exception {
        resources();
        assertEquals(State.READY, onDisk().certificates().state());
        deliveredCertificates();
        String serial = onDisk().element().orElseThrow().toString();
        assertEquals("The chain that " + serial + " was delivered with is in use, chain OK",
                onDisk().certificates().sentence());
        assertEquals(State.DONE, withDevice().certificates().state());
        certificates();
        assertEquals("Acme, chain OK", withDevice().certificates().sentence());
        deliveredCertificates();
        assertEquals(State.DONE, withDevice().certificates().state());
    }

    private void manifest() throws Exception {
        new ManifestGeneration(project, random, clock).create(part, new Log());
    }

    private void rotate() throws Exception {
        new KeyRotation(project, random, clock).rotate(part, new Log());
    }

    private void run(RotationStep step) throws Exception {
        new KeyRotation(project, random, clock).run(step, part, new Log());
    }

    private ProjectStatus onDisk() {
        return ProjectStatus.of(project);
    }

    private ProjectStatus withDevice() throws Exception {
        return ProjectStatus.of(project, new SlotInspection().read(part, new Log()));
    }

    private static List<State> states(ProjectStatus status) {
        return List.of(status.resources().state(), status.certificates().state(), status.manifest().state(),
                status.rotation().state());
    }

    /** The state of each step, and a star where it can be run. */
    private static List<String> steps(ProjectStatus status) {
        List<String> words = new ArrayList<>();
        status.steps().values().forEach(step -> words.add(step.state().word() + (step.runnable() ? "*" : "")));
        return words;
    }

    private Path file(String name) {
        return project.resourcesFolder().resolve(name);
    }

    private static void assertAttention(Condition condition, Action next, String sentence) {
        assertEquals(State.NEEDS_ATTENTION, condition.state(), condition.sentence());
        assertEquals(Optional.of(next), condition.next());
        assertTrue(condition.sentence().contains(sentence), condition.sentence());
    }

    @Test
    void aNewProjectIsReadyForResourcesAndTheRestWaits() {
        ProjectStatus status = onDisk();
        assertEquals(List.of(State.READY, State.WAITS, State.WAITS, State.WAITS), states(status));
        assertEquals(Optional.of(Action.RESOURCES), status.rotation().next());
        assertEquals(Optional.empty(), status.element());
        assertEquals(List.of("waits", "waits", "waits", "waits"), steps(status));
    }

    @Test
    void afterResourcesEverythingElseIsReady() throws Exception {
        resources();
        for (ProjectStatus status : List.of(onDisk(), withDevice())) {
            assertEquals(List.of(State.DONE, State.READY, State.READY, State.READY), states(status));
            assertEquals(Optional.of(PartOnTheBench.SERIAL_NUMBER), status.element());
            assertEquals(List.of("ready*", "waits", "waits", "waits"), steps(status));
        }
    }

    @Test
    void afterAllFourEverythingIsDone() throws Exception {
        resources();
        certificates();
        rotate();
        manifest();
        for (ProjectStatus status : List.of(onDisk(), withDevice())) {
            assertEquals(List.of(State.DONE, State.DONE, State.DONE, State.DONE), states(status), status.toString());
            assertEquals("Acme, chain OK", status.certificates().sentence());
            assertEquals(List.of("done*", "done", "done", "done*"), steps(status));
        }
    }

    @Test
    void theManifestIsStaleWhenTheKeyWasRotatedAfterIt() throws Exception {
        resources();
        manifest();
        assertEquals(State.DONE, onDisk().manifest().state());
        rotate();
        for (ProjectStatus status : List.of(onDisk(), withDevice())) {
            assertAttention(status.manifest(), Action.MANIFEST,
                    "Stale: the key in slot 14 was rotated after the manifest was made.");
        }
        manifest();
        assertEquals(State.DONE, onDisk().manifest().state());
    }

    @Test
    void theManifestIsStaleWhenCertificatesCameAfterIt() throws Exception {
        resources();
        manifest();
        certificates();
        assertAttention(onDisk().manifest(), Action.MANIFEST, "the device's certificate is another");
    }

    @Test
    void aManifestOfOtherElementsIsReadyToTakeThisOne() throws Exception {
        resources();
        manifest();
        Path manifest = file("TFLXTLS_devices_manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("0123aa55aa55aa5501", "0123aa55aa55aa5601"));
        assertEquals(State.READY, onDisk().manifest().state());
        Files.writeString(manifest, "[{}]");
        assertEquals(State.NEEDS_ATTENTION, onDisk().manifest().state());
    }

    @Test
    void theStepsFollowTheRotation() throws Exception {
        resources();
        run(RotationStep.GENERATE);
        assertEquals(List.of("done*", "ready*", "waits", "waits"), steps(onDisk()));
        assertEquals("Step 2 of 4 is next. Run it, or rotate for all that is left.",
                onDisk().rotation().sentence());
        assertEquals("Waits for step 2, the authority's signature for the new key.",
                onDisk().steps().get(RotationStep.UPDATE).sentence());
        run(RotationStep.AUTHORIZE);
        assertEquals(List.of("done*", "done*", "ready*", "waits"), steps(onDisk()));
        assertEquals("Step 3 of 4 is next. Run it, or rotate for all that is left.",
                onDisk().rotation().sentence());
        run(RotationStep.UPDATE);
        assertEquals(List.of("done", "done*", "done*", "ready*"), steps(onDisk()));
        assertAttention(onDisk().rotation(), Action.ROTATE, "the new key was validated and not verified");
        assertAttention(withDevice().rotation(), Action.ROTATE, "The new key is valid in slot 14.");
        run(RotationStep.VERIFY);
        assertEquals(List.of("done*", "done", "done", "done*"), steps(onDisk()));
        assertEquals(State.DONE, onDisk().rotation().state());
    }

    /** A step that can be run is one that works, and one that can't is refused: the buttons never lie. */
    @Test
    void aStepIsRunnableExactlyWhereItWorks() throws Exception {
        resources();
        rotate();
        for (RotationStep first : RotationStep.values()) {
            for (RotationStep second : RotationStep.values()) {
                for (RotationStep third : RotationStep.values()) {
                    for (RotationStep step : List.of(first, second, third)) {
                        boolean runnable = onDisk().steps().get(step).runnable();
                        boolean worked = true;
                        try {
                            run(step);
                        } catch (org.trustflex.provisioning.NotPossible refused) {
                            worked = false;
                        }
                        assertEquals(worked, runnable, first + ", " + second + ", " + third + ": " + step);
                    }
                }
            }
        }
    }

    @Test
    void anInterruptedRotationNeedsAttention() throws Exception {
        resources();
        part.powerFailsAtWrite(2, true);
        assertThrows(ElementException.class, this::rotate);
        part.restorePower();
        assertAttention(onDisk().rotation(), Action.ROTATE, "A rotation was interrupted");
        assertEquals(List.of("done", "done*", "needs attention*", "waits"), steps(onDisk()));
        Files.delete(project.rotationFolder().resolve("pending/slot_14_ecc_key_pair.pem"));
        assertAttention(onDisk().rotation(), Action.RESTORE_FILE, "its new key pair is gone");
        assertEquals(List.of("ready*", "waits", "waits", "waits"), steps(onDisk()));
    }

    @Test
    void aRotationThatSomebodyUndidIsSeenInTheDevice() throws Exception {
        resources();
        rotate();
        part.change(image -> image.withValidity(14, false));
        assertEquals(State.DONE, onDisk().rotation().state());
        assertAttention(withDevice().rotation(), Action.ROTATE, "Slot 14 does not hold the key of the last rotation");
    }

    @Test
    void missingAndUnprovenKeysNeedAttention() throws Exception {
        assertThrows(OperationCancelled.class, () -> new ResourceGeneration(project, random, clock).run(part,
                ResourceOptions.DEFAULT, new Log(17)));
        assertAttention(onDisk().resources(), Action.RESOURCES, "Missing: ");
        resources();
        Files.delete(file("slot_9_secret_key.pem"));
        assertAttention(onDisk().resources(), Action.RESOURCES, "Missing: slot_9_secret_key.pem.");
        resources();
        assertEquals(State.DONE, onDisk().resources().state());
        byte[] other = P256KeyPair.generate(random).publicKey().stored();
        part.change(image -> image.withSlotBytes(15, 0, other));
        assertEquals(State.DONE, onDisk().resources().state());
        assertAttention(withDevice().resources(), Action.RESOURCES, "slot_15_ecc_key_pair.pem is another key");
    }

    @Test
    void aDamagedFileIsNamedWhereItBelongs() throws Exception {
        resources();
        certificates();
        Files.writeString(file("slot_5_secret_key.pem"), "nonsense");
        assertAttention(onDisk().resources(), Action.RESTORE_FILE, "slot_5_secret_key.pem");
        Files.writeString(file("signer_FFFF.crt"), "nonsense");
        assertAttention(onDisk().certificates(), Action.RESTORE_FILE, "signer_FFFF.crt");
        Files.delete(file("signer_FFFF.crt"));
        assertAttention(onDisk().certificates(), Action.CERTIFICATES, "does not hold");
        Files.writeString(file("device.json"), "nonsense");
        assertAttention(onDisk().rotation(), Action.RESTORE_FILE, "device.json is damaged");
    }

    @Test
    void aCertificateOnTheDeviceThatIsNotTheProjectsNeedsAttention() throws Exception {
        resources();
        certificates();
        part.change(image -> image.withSlotBytes(10, 5, (byte) (image.slot(10)[5] + 1)));
        assertEquals(State.DONE, onDisk().certificates().state());
        assertAttention(withDevice().certificates(), Action.CERTIFICATES, "is of another certificate");
    }

    @Test
    void anotherElementOnTheBoardIsRefused() throws Exception {
        resources();
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE,
                new SerialNumber("0123BB55BB55BB5501"));
        ProjectStatus status = ProjectStatus.of(project, new SlotInspection().read(other, new Log()));
        assertEquals(List.of(State.REFUSED, State.REFUSED, State.REFUSED, State.REFUSED), states(status));
        assertEquals(Optional.of(Action.ADOPT), status.resources().next());
        assertTrue(status.rotation().sentence().contains("0123BB55BB55BB5501 is on the board"));
    }
}
