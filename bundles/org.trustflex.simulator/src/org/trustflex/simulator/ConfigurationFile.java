package org.trustflex.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import org.trustflex.atecc.config.ConfigurationZone;

/** A configuration zone in a file, as bytes or as hex digits. */
final class ConfigurationFile {

    private static final int LONGEST = 4096;

    private ConfigurationFile() {
    }

    static ConfigurationZone read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(Messages.text("configuration.neither", file));
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == ConfigurationZone.SIZE) {
            return ConfigurationZone.of(bytes);
        }
        String digits = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("0[xX]|[\\s,;:]", "");
        if (digits.length() != 2 * ConfigurationZone.SIZE || !digits.matches("[0-9A-Fa-f]*")) {
            throw new IOException(Messages.text("configuration.neither", file));
        }
        return ConfigurationZone.of(HexFormat.of().parseHex(digits));
    }
}
