package org.trustflex.certificates.vectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Test vectors that were computed by other programs; each file says by which. */
public final class Vectors {

    private static final String THIRD_PARTY = "TRUSTFLEX_THIRD_PARTY_VECTORS";

    private Vectors() {
    }

    public static JsonObject load(String file) {
        try (InputStream stream = Objects.requireNonNull(Vectors.class.getResourceAsStream(file), file)) {
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Vectors that belong to others and are not part of this project. Skips the test where they are not at hand. */
    public static JsonObject loadThirdParty(String file) {
        String folder = System.getenv(THIRD_PARTY);
        assumeTrue(folder != null, "Skipped: " + THIRD_PARTY + " names no folder with " + file);
        Path path = Path.of(folder, file);
        assumeTrue(Files.isRegularFile(path), "Skipped: there is no " + path);
        try {
            return parse(Files.readString(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    public static byte[] bytes(JsonObject object, String member) {
        return HexFormat.of().parseHex(object.get(member).getAsString());
    }
}
