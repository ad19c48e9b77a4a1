package org.trustflex.cli.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.trustflex.certificates.Check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A report of what holds and what does not, as text and as JSON. */
public final class Checks {

    private Checks() {
    }

    /** Prints one line for each check. */
    public static void print(PrintWriter out, String indent, List<Check> checks) {
        for (Check check : checks) {
            out.println(indent + Messages.text("check." + check.outcome().name(), check.sentence()));
        }
    }

    /** A list of objects with id, outcome ("holds", "note" or "fails") and sentence. */
    public static JsonArray json(List<Check> checks) {
        JsonArray list = new JsonArray();
        for (Check check : checks) {
            JsonObject object = new JsonObject();
            object.addProperty("id", check.id());
            object.addProperty("outcome", check.outcome().name().toLowerCase(Locale.ROOT));
            object.addProperty("sentence", check.sentence());
            list.add(object);
        }
        return list;
    }
}
