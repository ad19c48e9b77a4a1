package org.trustflex.cli.console;

import java.io.PrintWriter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;

import picocli.CommandLine.Option;

/** The option {@code --json} of a command that prints data. */
public final class JsonOption {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
            .create();

    @Option(names = "--json", descriptionKey = "json")
    private boolean wanted;

    /** Whether JSON is wanted. */
    public boolean wanted() {
        return wanted;
    }

    /** Prints a value with a line end after it. */
    public void print(PrintWriter out, JsonElement json) {
        out.println(GSON.toJson(json));
    }
}
