package org.trustflex.cli.console;

import java.util.Locale;
import java.util.Optional;

import org.trustflex.board.BoardDescription;
import org.trustflex.board.ElementDescription;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A board as JSON: its TrustFLEX part in the object itself, all its secure elements in a list. */
public final class BoardJson {

    private BoardJson() {
    }

    /** The object; what is not known is null. */
    public static JsonObject of(BoardDescription board) {
        JsonObject json = new JsonObject();
        json.addProperty("id", board.id());
        json.addProperty("kind", board.kind().word());
        json.addProperty("name", board.name());
        json.addProperty("program", board.program());
        json.addProperty("holder", board.holder().orElse(null));
        Optional<ElementDescription> part = board.trustFlex();
        part.ifPresent(element -> add(json, element));
        JsonArray elements = new JsonArray();
        for (ElementDescription element : board.elements()) {
            JsonObject object = new JsonObject();
            add(object, element);
            elements.add(object);
        }
        json.add("elements", elements);
        return json;
    }

    private static void add(JsonObject json, ElementDescription element) {
        json.addProperty("part", element.part());
        json.addProperty("revision", element.revision().hex());
        json.addProperty("serialNumber", element.serialNumber().hex());
        json.addProperty("i2cAddress", String.format(Locale.ROOT, "0x%02X", element.i2cAddress()));
        json.addProperty("configurationLocked", element.configurationLocked());
        json.addProperty("dataLocked", element.dataLocked());
        json.addProperty("simulated", element.simulated());
    }
}
