package org.trustflex.provisioning.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.DeliveredChain;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.provisioning.plan.PlannedFile.Effect;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

/** What a wizard's last page says will be written is what an operation then writes: nothing else, and nothing less. */
class PlannedWritesTest {

    private ChainProfile acme;

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();
    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Project project;

    /** An operation of the guide. */
    private interface Operation {
        void run() throws Exception;
    }

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
        acme = ChainProfile.forOrganization("Acme");
    }

    private SerialNumber element() throws Exception {
        return DeviceRecord.read(project).orElseThrow().serialNumber();
    }

    private void resources(boolean newKeys) throws Exception {
        new ResourceGeneration(project, random, clock).run(part, new ResourceOptions(newKeys, false), new Log());
    }

    private void custom() throws Exception {
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(acme, part, new Log());
    }

    private void delivered() throws Exception {
        new DeliveredChain(project, PartOnTheBench.CLOCK).use(part, new Log());
    }

    private void manifest() throws Exception {
        new ManifestGeneration(project, random, clock).create(part, new Log());
    }

    private void rotation() throws Exception {
        new KeyRotation(project, random, clock).rotate(part, new Log());
    }

    @Test
    void theFirstResources() throws Exception {
        check(PlannedWrites.ofResources(project, false), () -> resources(false));
        check(PlannedWrites.ofResources(project, false), () -> resources(false));
    }

    @Test
    void resourcesWithTheSecureBootExample() throws Exception {
        Files.createDirectories(project.resourcesFolder());
        Files.write(project.resourcesFolder().resolve("secureboot_test_app.bin"), new byte[64]);
        check(PlannedWrites.ofResources(project, false), () -> resources(false));
    }

    @Test
    void newKeysInThePlaceOfOldOnes() throws Exception {
        resources(false);
        check(PlannedWrites.ofResources(project, true), () -> resources(true));
    }

    @Test
    void aCustomChainAndTheDeliveredOneAgain() throws Exception {
        resources(false);
        check(PlannedWrites.ofDeliveredChain(project, element()), this::delivered);
        check(PlannedWrites.ofCustomChain(project, acme, element()), this::custom);
        check(PlannedWrites.ofCustomChain(project, acme, element()), this::custom);
        check(PlannedWrites.ofDeliveredChain(project, element()), this::delivered);
        check(PlannedWrites.ofCustomChain(project, acme, element()), this::custom);
    }

    @Test
    void theManifest() throws Exception {
        resources(false);
        check(PlannedWrites.ofManifest(project), this::manifest);
        check(PlannedWrites.ofManifest(project), this::manifest);
    }

    @Test
    void aRotationStepByStepAndAtOnce() throws Exception {
        resources(false);
        for (RotationStep step : RotationStep.values()) {
            PlannedWrites plan = PlannedWrites.ofRotation(project, element());
            Map<Path, String> before = content();
            new KeyRotation(project, random, clock).run(step, part, new Log());
            assertEquals(List.of(), unplanned(plan, before), step.toString());
        }
        check(PlannedWrites.ofRotation(project, element()), this::rotation);
    }

    private void check(PlannedWrites plan, Operation operation) throws Exception {
        Map<Path, String> before = content();
        operation.run();
        assertEquals(List.of(), unplanned(plan, before), "written, and not in the plan");
        assertEquals(List.of(), missing(plan), "in the plan as new, and not there");
    }

    private List<Path> unplanned(PlannedWrites plan, Map<Path, String> before) throws IOException {
        Map<Path, String> after = content();
        TreeSet<Path> touched = new TreeSet<>(before.keySet());
        touched.addAll(after.keySet());
        return touched.stream().filter(file -> !String.valueOf(after.get(file)).equals(before.get(file)))
                .filter(file -> plan.files().stream().noneMatch(planned -> planned.covers(file))).toList();
    }

    private static List<Path> missing(PlannedWrites plan) {
        return plan.files().stream().filter(file -> file.effect() == Effect.NEW).map(PlannedFile::path)
                .filter(path -> !Files.exists(path)).toList();
    }

    private Map<Path, String> content() throws IOException {
        try (Stream<Path> files = Files.walk(project.root())) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, PlannedWritesTest::digest, (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
