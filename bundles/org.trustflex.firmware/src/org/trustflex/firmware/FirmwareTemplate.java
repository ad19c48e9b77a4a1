package org.trustflex.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The files of the firmware as they are shipped, by the path that each has in a firmware project. */
final class FirmwareTemplate {

    /** Names that begin with a dot are without it among the sources, where they would mean something. */
    private static final Map<String, String> HIDDEN = Map.of(".gitignore", "gitignore", ".gdbinit", "gdbinit");
    private static final List<String> FILES = List.of("Makefile", "README.md", ".gitignore", ".gdbinit", "openocd.cfg",
            "samd21e18a.ld", "src/main.c", "src/rotation.c", "src/rotation.h", "src/atecc608.c", "src/atecc608.h",
            "src/i2c.c", "src/i2c.h", "src/console.c", "src/console.h", "src/led.c", "src/led.h", "src/clock.c",
            "src/clock.h", "src/memory.c", "src/startup.c", "src/samd21.h");

    private FirmwareTemplate() {
    }

    /** The paths, with slashes, in the order in which somebody would read them. */
    static List<String> files() {
        return FILES;
    }

    static byte[] content(String file) {
        String name = "template/" + HIDDEN.getOrDefault(file, file);
        try (InputStream content = FirmwareTemplate.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException(name);
            }
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
