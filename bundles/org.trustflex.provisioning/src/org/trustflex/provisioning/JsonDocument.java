package org.trustflex.provisioning;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** A JSON object in one of the project's files, read member by member so that each fault is named. */
public final class JsonDocument {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String FORMAT = "format";

    private final Path file;
    private final JsonObject object;

    private JsonDocument(Path file, JsonObject object) {
        this.file = file;
        this.object = object;
    }

    /** An empty document of the given format version, for writing. */
    public static JsonObject create(int format) {
        JsonObject object = new JsonObject();
        object.addProperty(FORMAT, format);
        return object;
    }

    /** The text of a document as it is written. */
    public static String text(JsonObject object) {
        return GSON.toJson(object) + "\n";
    }

    /**
     * Reads a file.
     *
     * @param format the version that this program understands
     * @throws BadFile if the file is no JSON object or has another version
     */
    public static JsonDocument read(DurableFile source, int format) throws BadFile {
        Path file = source.path();
        JsonElement element;
        try {
            element = JsonParser.parseString(source.readText());
        } catch (JsonParseException damaged) {
            throw new BadFile(file, Messages.text("json.damaged", file), damaged);
        }
        if (!element.isJsonObject()) {
            throw new BadFile(file, Messages.text("json.damaged", file));
        }
        JsonDocument document = new JsonDocument(file, element.getAsJsonObject());
        String found = document.text(FORMAT);
        if (!found.equals(String.valueOf(format))) {
            throw new BadFile(file, Messages.text("json.format", file, found, format));
        }
        return document;
    }

    /** The text of a member that must be there. */
    public String text(String member) throws BadFile {
        return optionalText(member).orElseThrow(() -> new BadFile(file, Messages.text("json.member", file, member)));
    }

    /** The text of a member that may be missing or null. */
    public Optional<String> optionalText(String member) throws BadFile {
        JsonElement value = object.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw new BadFile(file, Messages.text("json.member", file, member));
        }
        return Optional.of(value.getAsString());
    }

    /** The bytes of a member that must be there as {@code length} bytes in hex. */
    public byte[] bytes(String member, int length) throws BadFile {
        try {
            byte[] bytes = HexFormat.of().parseHex(text(member));
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException notHex) {
            throw new BadFile(file, Messages.text("json.member", file, member), notHex);
        }
        throw new BadFile(file, Messages.text("json.member", file, member));
    }

    /** The object in a member, if it is there and not null. */
    public Optional<JsonDocument> object(String member) throws BadFile {
        JsonElement value = object.get(member);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonObject()) {
            throw new BadFile(file, Messages.text("json.member", file, member));
        }
        return Optional.of(new JsonDocument(file, value.getAsJsonObject()));
    }

    /** The names of all members. */
    public Set<String> members() {
        return object.keySet();
    }

    /** The file that it was read from. */
    public Path file() {
        return file;
    }
}
