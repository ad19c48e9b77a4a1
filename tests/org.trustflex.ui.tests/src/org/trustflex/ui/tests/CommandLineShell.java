package org.trustflex.ui.tests;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import org.trustflex.cli.TrustFlexCommandLine;
import org.trustflex.cli.console.Interruption;
import org.trustflex.cli.console.Surroundings;

/**
 * A shell in which somebody types commands, beside the IDE and with the same simulated boards.
 *
 * @param home   where the boards are
 * @param folder the current folder
 */
record CommandLineShell(Path home, Path folder) {

    /**
     * What a command came to.
     *
     * @param code the exit code
     * @param out  what it printed
     * @param err  what it complained about
     */
    record Answer(int code, String out, String err) {
    }

    Answer run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(new PrintWriter(out), new PrintWriter(err),
                Map.of("TRUSTFLEX_HOME", home.toString()), folder, Clock.systemUTC(), new SecureRandom(),
                new Interruption());
        int code = new TrustFlexCommandLine(surroundings).run(words);
        return new Answer(code, out.toString(), err.toString());
    }
}
