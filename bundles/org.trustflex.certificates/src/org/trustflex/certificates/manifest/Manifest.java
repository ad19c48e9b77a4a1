package org.trustflex.certificates.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * A manifest: signed entries about secure elements, each found by its unique id (Trust Platform manifest file format).
 * Immutable.
 *
 * @param elements in the order of the file, with different unique ids
 */
public record Manifest(List<SignedElement> elements) {

    /** A manifest of nothing. */
    public static final Manifest EMPTY = new Manifest(List.of());

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** Copies the list. */
    public Manifest {
        elements = List.copyOf(elements);
    }

    /**
     * Reads a manifest. A single entry without the list around it, in which form some are delivered, is one too.
     *
     * @throws MalformedManifest if it is none, or two entries are about the same element
     */
    public static Manifest parse(String text) throws MalformedManifest {
        JsonElement json = StrictJson.parse(text);
        if (json.isJsonObject()) {
            return new Manifest(List.of(SignedElement.of(json.getAsJsonObject())));
        }
        if (!json.isJsonArray()) {
            throw new MalformedManifest(Messages.text("manifest.nolist"));
        }
        Map<String, SignedElement> elements = new LinkedHashMap<>();
        for (JsonElement next : json.getAsJsonArray()) {
            JsonObject object = StrictJson.requireObject(next, Messages.text("manifest.entry", elements.size() + 1));
            SignedElement element = SignedElement.of(object);
            if (elements.put(element.uniqueId(), element) != null) {
                throw new MalformedManifest(Messages.text("manifest.twice", element.uniqueId()));
            }
        }
        return new Manifest(List.copyOf(elements.values()));
    }

    /** The same with one more entry at the end, which takes the place of an earlier one about the same element. */
    public Manifest with(SignedElement element) {
        List<SignedElement> more = new ArrayList<>(elements);
        more.removeIf(earlier -> earlier.uniqueId().equals(element.uniqueId()));
        more.add(element);
        return new Manifest(more);
    }

    /** The text of the file, with a line end after it. */
    public String text() {
        JsonArray list = new JsonArray();
        elements.forEach(element -> list.add(element.json()));
        return pretty(list) + "\n";
    }

    static String pretty(JsonElement json) {
        return GSON.toJson(json);
    }
}
