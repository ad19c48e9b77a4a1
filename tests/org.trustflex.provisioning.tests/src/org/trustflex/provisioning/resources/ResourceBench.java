package org.trustflex.provisioning.resources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.trustflex.atecc.ElementSource;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.SymmetricKeyPem;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.simulator.eeprom.EepromImage;

/** A project and a part as delivered, and what there is to know about its six key slots. */
final class ResourceBench {

    static final List<Integer> SECRETS = List.of(5, 6, 9);
    static final List<Integer> PUBLIC_KEYS = List.of(13, 14, 15);
    static final List<Integer> KEY_SLOTS = List.of(5, 6, 9, 13, 14, 15);

    final Path root;
    private final SecureRandom random = new SecureRandom();

    ResourceBench(Path folder) {
        this.root = folder.resolve("P");
    }

    Project project() throws Exception {
        return Project.openOrCreate(root);
    }

    Log generate(ElementSource part) throws Exception {
        return generate(part, ResourceOptions.DEFAULT);
    }

    Log generate(ElementSource part, ResourceOptions options) throws Exception {
        Log log = new Log();
        new ResourceGeneration(project(), random, PartOnTheBench.CLOCK).run(part, options, log);
        return log;
    }

    Path file(String name) {
        return root.resolve("00_resource_generation").resolve(name);
    }

    Path keyFile(int slot) {
        return file(SECRETS.contains(slot) ? "slot_" + slot + "_secret_key.pem" : "slot_" + slot + "_ecc_key_pair.pem");
    }

    static int keyLength(int slot) {
        return slot == 9 ? 64 : SECRETS.contains(slot) ? 32 : 72;
    }

    /** What the slot must hold if it holds the key in its file. */
    byte[] fromFile(int slot) throws Exception {
        String pem = Files.readString(keyFile(slot));
        return SECRETS.contains(slot) ? SymmetricKeyPem.read(pem, keyLength(slot))
                : P256KeyPair.fromPem(pem).publicKey().stored();
    }

    /** What the slot holds, without the validity. */
    static byte[] inDevice(EepromImage image, int slot) {
        byte[] content = Arrays.copyOf(image.slot(slot), keyLength(slot));
        if (PUBLIC_KEYS.contains(slot)) {
            content[0] = 0;
        }
        return content;
    }

    void assertAllSlotsHoldTheirFilesKeys(PartOnTheBench part, String when) throws Exception {
        assertAllSlotsHoldTheirFilesKeys(part.image(), when);
    }

    void assertAllSlotsHoldTheirFilesKeys(EepromImage image, String when) throws Exception {
        for (int slot : KEY_SLOTS) {
            assertArrayEquals(fromFile(slot), inDevice(image, slot), when + ", slot " + slot);
        }
        DeviceRecord record = DeviceRecord.read(project()).orElseThrow();
        assertEquals(KEY_SLOTS, List.copyOf(record.proven().keySet()), when);
        assertTrue(record.serialNumber().equals(image.configuration().serialNumber()), when);
    }

    /** The texts of all files in the project by name. */
    Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    contents.put(root.relativize(file), Files.readString(file));
                }
            }
        }
        return contents;
    }

    void deleteProject() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
