package org.trustflex.descriptors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every text that a package asks its messages for is there, every text that is there is asked for, and none twice. */
final class MessagesCheck implements BundleCheck {

    private static final String FILE = "messages.properties";
    private static final Pattern NLS_FIELD = Pattern.compile("public static String ([^;]+);");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        List<String> problems = new ArrayList<>();
        for (Path file : bundle.sources("/" + FILE)) {
            Path folder = file.getParent();
            String where = bundle.file("src").relativize(folder).toString().replace('/', '.') + ": ";
            Set<String> keys = new TreeSet<>(Bundle.properties(file).stringPropertyNames());
            twice(file).forEach(key -> problems.add(where + key + " has two texts"));
            String messages = Bundle.content(folder.resolve("Messages.java"));
            if (messages.contains("extends NLS")) {
                compareFields(messages, keys).forEach(problem -> problems.add(where + problem));
            } else {
                compareCalls(folder, keys).forEach(problem -> problems.add(where + problem));
            }
        }
        return problems;
    }

    private static List<String> compareCalls(Path folder, Set<String> keys) {
        List<String> problems = new ArrayList<>();
        Set<String> unused = new TreeSet<>(keys);
        for (Path source : Bundle.list(folder)) {
            if (!source.toString().endsWith(".java")) {
                continue;
            }
            JavaText text = new JavaText(Bundle.content(source));
            text.literals().forEach(unused::remove);
            text.prefixes().forEach(prefix -> unused.removeIf(key -> key.startsWith(prefix)));
            text.firstArgumentsOf("Messages.text(").forEach(argument -> {
                argument.keys().filter(key -> !keys.contains(key))
                        .forEach(key -> problems.add(key + " has no text"));
                argument.prefixes().filter(prefix -> keys.stream().noneMatch(key -> key.startsWith(prefix)))
                        .forEach(prefix -> problems.add(prefix + "... has no text"));
            });
        }
        unused.forEach(key -> problems.add("nobody uses the text " + key));
        return problems;
    }

    private static List<String> compareFields(String messages, Set<String> keys) {
        Set<String> fields = NLS_FIELD.matcher(messages).results().map(field -> field.group(1))
                .flatMap(names -> List.of(names.split(",")).stream()).map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> problems = new ArrayList<>();
        fields.stream().filter(field -> !keys.contains(field)).forEach(field -> problems.add(field + " has no text"));
        keys.stream().filter(key -> !fields.contains(key)).forEach(key -> problems.add("nobody uses the text " + key));
        return problems;
    }

    /** Keys that stand in the file more than once: reading it as properties would keep the last one in silence. */
    private static Set<String> twice(Path file) {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        Matcher lines = Pattern.compile("(?m)^(?<!\\\\\\n)([^\\s#!=:][^\\s=:]*)\\s*[=:]").matcher(Bundle.content(file));
        while (lines.find()) {
            if (!seen.add(lines.group(1))) {
                twice.add(lines.group(1));
            }
        }
        return twice;
    }
}
