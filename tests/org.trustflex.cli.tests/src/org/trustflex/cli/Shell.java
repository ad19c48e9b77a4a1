package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.board.Boards;
import org.trustflex.cli.console.Interruption;
import org.trustflex.cli.console.Surroundings;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

/** A shell in which lines are typed: in this process, with a folder, an environment and simulated boards of its own. */
final class Shell {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();

    /** A shell in a folder. */
    Shell(Path folder) {
        this.folder = folder;
        environment.put("TRUSTFLEX_HOME", home().toString());
    }

    /** What a line came to. */
    record Answer(int code, String out, String err) {

        Answer is(int expected) {
            assertEquals(expected, code, () -> out + err);
            return this;
        }

        List<String> lines() {
            return out.lines().toList();
        }

        JsonElement json() {
            return JsonParser.parseString(out);
        }
    }

    /** Types a line; words with blanks stand in quotes. */
    Answer type(String line) {
        return run(words(line));
    }

    /** Types a line, and presses Ctrl-C as soon as it has printed something certain, or after half a minute. */
    Answer typeUntil(String printed, String line) {
        StringWriter out = new StringWriter();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Thread reader = new Thread(() -> {
            while (!out.toString().contains(printed) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            interrupt();
        }, "reader of the shell");
        reader.setDaemon(true);
        reader.start();
        return run(out, words(line));
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }

    Answer run(String... words) {
        return run(new StringWriter(), words);
    }

    private Answer run(StringWriter out, String... words) {
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(new PrintWriter(out), new PrintWriter(err), environment, folder,
                Clock.systemUTC(), new SecureRandom(), interruption);
        int code = new TrustFlexCommandLine(surroundings).run(words);
        return new Answer(code, out.toString(), err.toString());
    }

    /** Changes into a folder below this one; boards stay the same. */
    Shell in(String name) {
        Shell other = new Shell(folder.resolve(name));
        other.environment.putAll(environment);
        return other;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Presses Ctrl-C. */
    void interrupt() {
        interruption.request();
    }

    Path home() {
        return folder.resolve("home");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path resource(String name) {
        return folder.resolve("P/00_resource_generation").resolve(name);
    }

    Boards boards() {
        return Boards.in(Path.of(environment.get("TRUSTFLEX_HOME")));
    }
}
