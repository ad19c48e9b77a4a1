package org.trustflex.simulator.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Test vectors that were computed by other programs; each file says by which. */
public final class Vectors {

    private Vectors() {
    }

    public static JsonObject load(String file) {
        try (InputStream stream = Objects.requireNonNull(Vectors.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The first case of this name. */
    public static JsonObject hostCalculation(String name) {
        for (JsonElement element : load("host_calcs.json").getAsJsonArray("cases")) {
            if (element.getAsJsonObject().get("case").getAsString().equals(name)) {
                return element.getAsJsonObject();
            }
        }
        throw new IllegalArgumentException("No case " + name);
    }

    public static byte[] bytes(JsonObject object, String member) {
        return HexFormat.of().parseHex(object.get(member).getAsString());
    }
}
