package org.trustflex.certificates.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * Reads JSON (RFC 8259) and base64 (RFC 4648) with only one way to write a thing: what is signed must not be open to
 * interpretation. A member that is there twice, text after the end, and unused bits that are not zero are refused.
 */
final class StrictJson {

    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private StrictJson() {
    }

    static JsonElement parse(String text) throws MalformedManifest {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedManifest(Messages.text("json.more"));
            }
            return element;
        } catch (IOException | IllegalStateException | NumberFormatException | StackOverflowError damaged) {
            Matcher place = PLACE.matcher(String.valueOf(damaged.getMessage()));
            throw new MalformedManifest(place.find() ? Messages.text("json.damaged.at", place.group(1), place.group(2))
                    : Messages.text("json.damaged"), damaged);
        }
    }

    private static JsonElement read(JsonReader reader) throws IOException, MalformedManifest {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            default -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
        };
    }

    private static JsonObject object(JsonReader reader) throws IOException, MalformedManifest {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new MalformedManifest(Messages.text("json.twice", name));
            }
            object.add(name, read(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray array(JsonReader reader) throws IOException, MalformedManifest {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(read(reader));
        }
        reader.endArray();
        return array;
    }

    static JsonObject requireObject(JsonElement element, String what) throws MalformedManifest {
        if (element == null || !element.isJsonObject()) {
            throw new MalformedManifest(Messages.text("json.object", what));
        }
        return element.getAsJsonObject();
    }

    static String requireString(JsonObject object, String member) throws MalformedManifest {
        JsonElement value = object.get(member);
        if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw new MalformedManifest(Messages.text("json.member", member));
        }
        return value.getAsString();
    }

    /** The text in a base64url string without padding. */
    static String decodeText(String base64url, String what) throws MalformedManifest {
        byte[] bytes = decode(base64url, what);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new MalformedManifest(Messages.text("base64", what));
        }
        return text;
    }

    /** The bytes in a base64url string without padding. */
    static byte[] decode(String base64url, String what) throws MalformedManifest {
        return decode(base64url, what, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
    }

    /** The bytes in a base64 string with padding. */
    static byte[] decodePadded(String base64, String what) throws MalformedManifest {
        return decode(base64, what, Base64.getDecoder(), Base64.getEncoder());
    }

    private static byte[] decode(String text, String what, Base64.Decoder decoder, Base64.Encoder encoder)
            throws MalformedManifest {
        try {
            byte[] bytes = decoder.decode(text);
            if (encoder.encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException damaged) {
            throw new MalformedManifest(Messages.text("base64", what), damaged);
        }
        throw new MalformedManifest(Messages.text("base64", what));
    }
}
