package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.simulator.eeprom.EepromImage;

/** A part and a project that belong together, which can be put back to where they were. */
final class RotationBench {

    static final int SLOT = 14;

    final PartOnTheBench part;
    final Project project;
    private final SecureRandom random;
    private final Map<Path, byte[]> files = new HashMap<>();
    private EepromImage image;

    private RotationBench(Path folder, SecureRandom random) throws Exception {
        this.random = random;
        this.part = PartOnTheBench.delivered();
        this.project = Project.openOrCreate(folder.resolve("P"));
        new ResourceGeneration(project, random, PartOnTheBench.CLOCK).run(part, ResourceOptions.DEFAULT, new Log());
        remember();
    }

    /** Resources are generated; slot 14 holds a key that is not valid yet. */
    static RotationBench withResources(Path folder) throws Exception {
        return new RotationBench(folder, new SecureRandom());
    }

    /** The key has been rotated once, so that slot 14 holds a valid key. */
    static RotationBench withValidKey(Path folder) throws Exception {
        RotationBench bench = withResources(folder);
        bench.rotate();
        bench.remember();
        return bench;
    }

    KeyRotation rotation() {
        return new KeyRotation(project, random, PartOnTheBench.CLOCK);
    }

    boolean rotate() throws Exception {
        return rotation().rotate(part, new Log());
    }

    void run(RotationStep step) throws Exception {
        rotation().run(step, part, new Log());
    }

    /** From here on {@link #putBack} comes back to where things are now. */
    void remember() throws IOException {
        image = part.image();
        files.clear();
        try (Stream<Path> all = Files.walk(project.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
    }

    void putBack() throws IOException {
        try (Stream<Path> all = Files.walk(project.root())) {
            for (Path file : all.sorted(Comparator.reverseOrder()).filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.write(file.getKey(), file.getValue());
        }
        part.change(changed -> image);
    }

    boolean deviceIsAsRemembered() {
        return part.image().equals(image);
    }

    EccPublicKey keyInSlot() {
        return part.image().publicKey(SLOT);
    }

    Path resource(String name) {
        return project.resourcesFolder().resolve(name);
    }

    Path rotationFile(String name) {
        return project.rotationFolder().resolve(name);
    }

    EccPublicKey keyInFile() throws Exception {
        return pair(resource("slot_14_ecc_key_pair.pem")).publicKey();
    }

    P256KeyPair authority() throws Exception {
        return pair(resource("slot_13_ecc_key_pair.pem"));
    }

    static P256KeyPair pair(Path file) throws Exception {
        return P256KeyPair.fromPem(Files.readString(file));
    }

    RotationJournal journal() throws Exception {
        return RotationJournal.read(project, PartOnTheBench.SERIAL_NUMBER).orElseThrow();
    }

    /** The public halves of all private rotating keys anywhere in the project. */
    Set<EccPublicKey> keysOnDisk() throws Exception {
        Set<EccPublicKey> keys = new HashSet<>();
        try (Stream<Path> all = Files.walk(project.root())) {
            for (Path file : all.filter(path -> path.getFileName().toString().matches("slot_14_ecc.*\\.pem"))
                    .toList()) {
                keys.add(pair(file).publicKey());
            }
        }
        return keys;
    }

    /** What every rotation must come to, however often it was interrupted. */
    void assertRotated(EccPublicKey before, String when) throws Exception {
        assertTrue(part.image().publicKeyValid(SLOT), when);
        assertEquals(keyInFile(), keyInSlot(), when);
        assertFalse(keyInFile().equals(before), when);
        assertTrue(keysOnDisk().contains(before), when);
        assertFalse(journal().isOpen(), when);
        assertFalse(Files.exists(rotationFile("pending/slot_14_ecc_key_pair.pem")), when);
        assertFalse(Files.exists(rotationFile("pending/authorization.json")), when);
    }
}
