package org.trustflex.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.trustflex.board.Boards;

/**
 * Everything that a command needs of the world around it, so that a test can be that world.
 *
 * @param out          data and the guide's lines
 * @param err          what went wrong
 * @param environment  the environment variables
 * @param folder       the current folder, against which relative paths count
 * @param clock        what time it is
 * @param random       where keys and nonces come from
 * @param interruption the user's wish to stop
 */
public record Surroundings(PrintWriter out, PrintWriter err, Map<String, String> environment, Path folder, Clock clock,
        SecureRandom random, Interruption interruption) {

    private static final String HOME = "TRUSTFLEX_HOME";
    private static final String DEBUG = "TRUSTFLEX_DEBUG";

    /** A path as the user typed it. */
    public Path resolve(Path typed) {
        return folder.resolve(typed).normalize();
    }

    /** The boards that can be reached. */
    public Boards boards() {
        return variable(HOME).map(home -> Boards.in(resolve(Path.of(home)))).orElseGet(Boards::standard);
    }

    /** Whether the environment asks for stack traces. */
    public boolean debug() {
        return variable(DEBUG).isPresent();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
