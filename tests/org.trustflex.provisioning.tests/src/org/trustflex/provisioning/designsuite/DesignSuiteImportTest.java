package org.trustflex.provisioning.designsuite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.status.ProjectStatus;
import org.trustflex.provisioning.status.State;

/** Somebody who has worked with the Design Suite goes on with a project. */
class DesignSuiteImportTest {

    @TempDir
    Path folder;

    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Path suite;
    private Path target;

    /** The folder as the Design Suite leaves it: readable by all, without what only our projects have. */
    @BeforeEach
    void workWithTheSuite() throws Exception {
        SecureRandom random = new SecureRandom();
        Project project = Project.openOrCreate(folder.resolve("suite"));
        new ResourceGeneration(project, random, PartOnTheBench.CLOCK).run(part, ResourceOptions.DEFAULT, new Log());
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(ChainProfile.forOrganization("Acme"), part,
                new Log());
        new ManifestGeneration(project, random, Clock.systemUTC()).create(part, new Log());
        suite = project.resourcesFolder();
        Files.delete(suite.resolve("device.json"));
        Files.delete(suite.resolve(".gitignore"));
        Files.writeString(suite.resolve("TFLXTLS_resource_generation.ipynb"), "{}");
        for (Path file : files(suite)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        target = folder.resolve("project");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return files(folder).stream().map(file -> file.getFileName().toString()).toList();
    }

    private Path imported(String name) {
        return new Project(target).resourcesFolder().resolve(name);
    }

    @Test
    void theFolderBecomesAProjectWithTheSameKeys() throws Exception {
        Project project = DesignSuiteImport.from(suite).into(target);
        for (SuiteFile file : DesignSuiteImport.from(suite).files()) {
            assertEquals(-1, Files.mismatch(file.path(), imported(file.name())), file.name());
        }
        assertTrue(names(project.resourcesFolder()).containsAll(List.of("slot_5_secret_key.pem",
                "slot_13_ecc_key_pair.pem", "root_key.key", "root_crt.crt", "TFLXTLS_devices_manifest.json")));
        assertEquals(List.of("00_resource_generation", "05_public_key_rotation", "project.trustflex"), names(target));
    }

    @Test
    void whatIsNotOfUseStaysBehind() throws Exception {
        DesignSuiteImport.from(suite).into(target);
        assertFalse(Files.exists(imported("TFLXTLS_resource_generation.ipynb")));
    }

    @Test
    void theFolderThatHoldsItWillDo() throws Exception {
        assertEquals(suite, DesignSuiteImport.from(suite.getParent()).folder());
    }

    @Test
    void secretsAreForTheirOwnerAloneAndVersionControlIsKeptAway() throws Exception {
        DesignSuiteImport.from(suite).into(target);
        for (SuiteFile file : DesignSuiteImport.from(suite).files()) {
            String expected = file.kind().isPrivate() ? "rw-------" : "rw-r--r--";
            assertEquals(expected,
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(imported(file.name()))), file.name());
        }
        assertTrue(Files.readString(imported(".gitignore")).contains("*.pem"));
    }

    @Test
    void theNextResourceGenerationKeepsTheImportedKeys() throws Exception {
        Project project = DesignSuiteImport.from(suite).into(target);
        assertTrue(ProjectStatus.of(project).resources().sentence().startsWith("Key files are there"));
        new ResourceGeneration(project, new SecureRandom(), PartOnTheBench.CLOCK).run(part, ResourceOptions.DEFAULT,
                new Log());
        assertEquals(-1,
                Files.mismatch(suite.resolve("slot_13_ecc_key_pair.pem"), imported("slot_13_ecc_key_pair.pem")));
        assertEquals(-1, Files.mismatch(suite.resolve("slot_9_secret_key.pem"), imported("slot_9_secret_key.pem")));
        assertEquals(State.DONE, ProjectStatus.of(project).resources().state());
    }

    @ParameterizedTest
    @ValueSource(strings = { "slot_5_secret_key.pem", "slot_9_secret_key.pem", "slot_13_ecc_key_pair.pem",
            "root_key.key", "root_crt.crt", "root_pub_key.pem", "TFLXTLS_devices_manifest.json" })
    void oneDamagedFileIsNamedAndNothingIsImported(String name) throws Exception {
        byte[] content = Files.readAllBytes(suite.resolve(name));
        Files.write(suite.resolve(name), Arrays.copyOf(content, content.length / 3));
        BadFile refused = assertThrows(BadFile.class, () -> DesignSuiteImport.from(suite));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertFalse(Files.exists(target));
    }

    @Test
    void aSecretThatIsTooShortForItsSlotIsRefused() throws Exception {
        Files.copy(suite.resolve("slot_5_secret_key.pem"), suite.resolve("slot_9_secret_key.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        BadFile refused = assertThrows(BadFile.class, () -> DesignSuiteImport.from(suite));
        assertTrue(refused.getMessage().contains("slot_9_secret_key.pem"), refused.getMessage());
    }

    @Test
    void aFileThatIsDamagedAfterTheCheckLeavesNothingHalfImported() throws Exception {
        DesignSuiteImport checked = DesignSuiteImport.from(suite);
        Files.writeString(suite.resolve("slot_15_ecc_key_pair.pem"), "overwritten");
        assertThrows(BadFile.class, () -> checked.into(target));
        assertFalse(Files.exists(new Project(target).resourcesFolder()));
        assertEquals(List.of(), names(target), "nothing is left of the try");
    }

    @Test
    void resourcesThatAreThereAreNeverOverwritten() throws Exception {
        Project project = DesignSuiteImport.from(suite).into(target);
        Files.writeString(imported("note.txt"), "mine");
        BadFile refused = assertThrows(BadFile.class, () -> DesignSuiteImport.from(suite).into(target));
        assertTrue(refused.getMessage().contains("00_resource_generation exists already"), refused.getMessage());
        assertEquals("mine", Files.readString(project.resourcesFolder().resolve("note.txt")));
    }

    @Test
    void anotherFolderIsRefusedWithWhatToChoose() throws Exception {
        Path other = Files.createDirectory(folder.resolve("holiday"));
        String sentence = assertThrows(BadFile.class, () -> DesignSuiteImport.from(other)).getMessage();
        assertTrue(sentence.contains("holds no key file") && sentence.contains("00_resource_generation"), sentence);
        assertThrows(BadFile.class, () -> DesignSuiteImport.from(folder.resolve("nowhere")));
    }

    @Test
    void aCertificateInDerBecomesPem() throws Exception {
        P256Certificate root = P256Certificate.fromPem(Files.readString(suite.resolve("root_crt.crt")));
        Files.write(suite.resolve("root_crt.crt"), root.der());
        DesignSuiteImport.from(suite).into(target);
        assertEquals(root, P256Certificate.fromPem(Files.readString(imported("root_crt.crt"))));
    }
}
