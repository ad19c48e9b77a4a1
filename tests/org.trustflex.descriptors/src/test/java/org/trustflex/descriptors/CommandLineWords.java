package org.trustflex.descriptors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rooms below the user interfaces say is read in the IDE, too, where nobody can type a command: they, and the IDE's
 * own rooms, name neither a command of the command line nor an option of it. The command line adds its commands itself.
 */
final class CommandLineWords implements BundleCheck {

    private static final String COMMAND_LINE = "org.trustflex.cli";
    /** The application without windows, which is started from a shell. */
    private static final String HEADLESS = "headless";
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][\\w-]*");
    private static final Pattern COMMAND = Pattern.compile(
            "\"(?:trustflex )?(?:resources|certificates|manifest|rotate|simulator|boards|slots|trace|console)(?: [a-z-]+)*\""
                    + "|the step \"[a-z]+\"|trustflex (?:resources|certificates|manifest|rotate|simulator)\\b");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        List<String> problems = new ArrayList<>();
        if (bundle.name().startsWith(COMMAND_LINE)) {
            return problems;
        }
        bundle.sources(".properties").stream().filter(CommandLineWords::isSeenInTheIde)
                .forEach(file -> collect(Bundle.properties(file), bundle.folder().relativize(file), problems));
        collect(bundle.properties(bundle.localization() + ".properties"), Path.of(bundle.localization()), problems);
        return problems;
    }

    private static boolean isSeenInTheIde(Path texts) {
        return !texts.getParent().getFileName().toString().equals(HEADLESS);
    }

    private static void collect(Properties texts, Path where, List<String> problems) {
        for (String key : texts.stringPropertyNames()) {
            for (Pattern pattern : List.of(OPTION, COMMAND)) {
                Matcher matcher = pattern.matcher(texts.getProperty(key));
                while (matcher.find()) {
                    problems.add(where + ": " + key + " says " + matcher.group() + ", which is typed in a shell");
                }
            }
        }
    }
}
