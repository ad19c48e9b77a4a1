package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.cli.console.Interruption;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whoever asks for help gets it, for every command, on a terminal of 80 columns. */
class HelpTest {

    private final StringWriter out = new StringWriter();
    private final TrustFlexCommandLine commands = new TrustFlexCommandLine(
            new Surroundings(new PrintWriter(out), new PrintWriter(out), Map.of(), Path.of("").toAbsolutePath(),
                    Clock.systemUTC(), new SecureRandom(), new Interruption()));

    static Stream<String> commandNames() {
        return all(new HelpTest().commands.commandLine()).map(command -> command.getCommandSpec().qualifiedName());
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    @ParameterizedTest
    @MethodSource("commandNames")
    void everyCommandExplainsItself(String name) {
        CommandLine command = all(commands.commandLine())
                .filter(any -> any.getCommandSpec().qualifiedName().equals(name)).findFirst().orElseThrow();
        String[] words = (name.substring("trustflex".length()).strip() + " --help").strip().split(" ");
        assertEquals(0, commands.run(words));
        String help = out.toString();
        assertTrue(help.startsWith(command.getCommandSpec().usageMessage().header()[0]), help);
        assertAll(command.getCommandSpec().options().stream().map(option -> () -> explains(help, option)));
        assertAll(command.getSubcommands().keySet().stream()
                .map(group -> () -> assertTrue(help.contains("\n  " + group + " "), group)));
        assertTrue(help.contains("Exit codes:\n  0     done\n"), help);
        assertTrue(help.contains("  130   stopped"), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
        assertFalse(help.contains("${"), help);
    }

    private static void explains(String help, OptionSpec option) {
        assertTrue(help.contains(option.longestName()), option.longestName());
        assertTrue(option.description().length > 0 && !option.description()[0].isEmpty(), option.longestName());
    }

    @Test
    void theVersionIsTold() {
        assertEquals(0, commands.run("--version"));
        assertTrue(out.toString().startsWith("trustflex "), out.toString());
    }

    @Test
    void shellsCanComplete() {
        assertEquals(0, commands.run("completion"));
        assertTrue(out.toString().contains("_complete_trustflex"));
        assertTrue(out.toString().contains("power-cut"));
    }
}
