package org.trustflex.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.provisioning.Project;

/** A developer lays the firmware down, changes it, and lays it down again. */
class FirmwareProjectTest {

    @TempDir
    private Path folder;

    private FirmwareProject project() throws Exception {
        return new FirmwareProject(Project.openOrCreate(folder));
    }

    @Test
    void allOfTheTemplateIsLaidDown() throws Exception {
        FirmwareProject firmware = project();
        assertFalse(firmware.exists());
        CreatedFirmware created = firmware.create();
        assertTrue(firmware.exists());
        assertEquals(List.of(), created.kept());
        Set<String> onDisk = new TreeSet<>();
        try (Stream<Path> all = Files.walk(firmware.folder())) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> onDisk.add(firmware.folder().relativize(file).toString().replace('\\', '/')));
        }
        assertEquals(new TreeSet<>(FirmwareTemplate.files()), onDisk);
        assertEquals("/build/\n", Files.readString(firmware.folder().resolve(".gitignore")));
    }

    /** A file that is added to the sources and forgotten in the list would never reach a user. */
    @Test
    void nothingOfTheTemplateIsForgotten() throws Exception {
        Optional<String> root = Optional.ofNullable(System.getProperty("trustflex.repository.root"));
        Path template = Path.of(root.orElse("../.."))
                .resolve("bundles/org.trustflex.firmware/src/org/trustflex/firmware/template");
        try (Stream<Path> all = Files.walk(template)) {
            Set<String> sources = all.filter(Files::isRegularFile)
                    .map(file -> template.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.startsWith("git") || name.startsWith("gdb") ? "." + name : name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(FirmwareTemplate.files()), sources);
        }
    }

    @Test
    void whatTheUserChangedIsKeptAndToldAndWhatIsGoneComesBack() throws Exception {
        FirmwareProject firmware = project();
        firmware.create();
        Path main = firmware.folder().resolve("src/main.c");
        Path led = firmware.folder().resolve("src/led.c");
        Files.writeString(main, "int main(void) { return 0; }\n");
        Files.delete(led);
        CreatedFirmware again = firmware.create();
        assertEquals(List.of(main), again.kept());
        assertEquals(List.of(led), again.written());
        assertEquals("int main(void) { return 0; }\n", Files.readString(main));
        assertTrue(Files.readString(led).contains("led_show"));
    }
}
