package org.trustflex.descriptors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the documents at the top of the repository promise: commands, options, paths and bundles that are there.
 *
 * @param root
 *            the top of the repository
 */
record Documents(Path root) {

    /** Every document that a reader may start with. */
    static final List<String> NAMES = List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md",
            "CHANGELOG.md");

    private static final String COMMAND_LINE = "releng/trustflex";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern
            .compile("(?<![\\w./-])((?:\\.ci|\\.mvn|releng|bundles|features|tests)/[\\w./-]*[\\w/])");
    private static final Pattern CALL = Pattern.compile(COMMAND_LINE + "((?: +[\\w.:/=-]+)*)");
    private static final Set<String> GROUPS = Set.of("certificates", "manifest", "simulator");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern DECLARED_COMMAND = Pattern.compile("@Command\\(\\s*name = \"([\\w-]+)\"");
    /** Whatever builds of this repository leave behind is not there before the first of them. */
    private static final Pattern BUILT = Pattern.compile("(^|.*/)target(/.*|$)");

    /** Links and paths that lead nowhere. */
    List<String> pathProblems(String document) {
        String text = Bundle.content(root.resolve(document));
        Stream<String> links = all(LINK, text).filter(link -> !link.contains(":"));
        return Stream.concat(links, all(PATH, text)).distinct().filter(path -> !BUILT.matcher(path).matches())
                .filter(path -> !Files.exists(root.resolve(path)))
                .map(path -> document + " names " + path + ", which is not there").toList();
    }

    /** Commands and options of the command line that it does not have. */
    List<String> commandProblems(String document) {
        Set<String> commands = new TreeSet<>();
        Set<String> options = new TreeSet<>();
        for (Path source : new Bundle(root.resolve("bundles/org.trustflex.cli"), Headers.NONE).javaSources()) {
            String text = Bundle.content(source);
            all(DECLARED_COMMAND, text).forEach(commands::add);
            new JavaText(text).literals().filter(literal -> literal.startsWith("--")).forEach(options::add);
        }
        options.addAll(List.of("--help", "--version"));
        return CALL.matcher(Bundle.content(root.resolve(document))).results().map(MatchResult::group).distinct()
                .flatMap(call -> Stream.concat(
                        words(call).filter(word -> !commands.contains(word))
                                .map(word -> "there is no command \"" + word + "\" (" + call + ")"),
                        OPTION.matcher(call).results().map(MatchResult::group).filter(name -> !options.contains(name))
                                .map(name -> "there is no option " + name + " (" + call + ")")))
                .map(problem -> document + ": " + problem).toList();
    }

    /** Bundles that the map does not show. */
    List<String> missingOnTheMap() {
        String map = Bundle.content(root.resolve("ARCHITECTURE.md"));
        return Stream.of("bundles", "features", "tests", "releng").map(root::resolve).filter(Files::isDirectory)
                .flatMap(folder -> Bundle.list(folder).stream())
                .map(folder -> folder.getFileName().toString()).filter(name -> name.startsWith("org.trustflex."))
                .filter(name -> !Pattern.compile(Pattern.quote(name) + "(?![.\\w])").matcher(map).find())
                .map(name -> "ARCHITECTURE.md does not show " + name).toList();
    }

    /** The command behind the program's name; the second word only where the first one takes commands of its own. */
    private static Stream<String> words(String call) {
        List<String> words = Stream.of(call.split(" +")).skip(1).takeWhile(word -> !word.startsWith("-")).toList();
        return words.stream().limit(words.stream().findFirst().filter(GROUPS::contains).isPresent() ? 2 : 1);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        Function<MatchResult, String> first = found -> found.group(1);
        return pattern.matcher(text).results().map(first).collect(Collectors.toCollection(TreeSet::new)).stream();
    }
}
