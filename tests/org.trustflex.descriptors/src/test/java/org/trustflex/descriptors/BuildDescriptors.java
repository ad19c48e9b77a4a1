package org.trustflex.descriptors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/**
 * What the build's own descriptors must say about the bundles: feature, class path of the command line, modules, coverage.
 *
 * @param root
 *            the top of the repository
 * @param installation
 *            its bundles in their target platform
 */
record BuildDescriptors(Path root, Installation installation) {

    private static final String OURS = "org.trustflex.";
    private static final String FEATURE = "features/org.trustflex.feature/";
    private static final String CLASS_PATH = "releng/org.trustflex.cli.dist/pom.xml";

    /** The feature lists our bundles and what they need beyond a bare platform, and nothing else. */
    List<String> featureProblems() {
        Element feature = Xml.read(root.resolve(FEATURE + "feature.xml"));
        Set<String> listed = Xml.all(feature, "plugin").map(plugin -> plugin.getAttribute("id"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = new TreeSet<>();
        for (Bundle bundle : bundles()) {
            needed.add(bundle.name());
            bundle.headers().names("Require-Bundle").stream().filter(name -> !name.startsWith("org.eclipse."))
                    .forEach(needed::add);
        }
        List<String> problems = differences("the feature", listed, needed);
        Properties texts = Bundle.properties(root.resolve(FEATURE + "feature.properties"));
        problems.addAll(TextsCheck.compare(TextsCheck.keys(feature), texts, "feature.properties"));
        return problems;
    }

    /** The command line's class path holds what its bundles need, in the target platform's versions. */
    List<String> classPathProblems() {
        List<TargetPlatform.Coordinates> listed = dependencies(CLASS_PATH).map(TargetPlatform.Coordinates::of)
                .map(this::resolved).toList();
        List<String> problems = new ArrayList<>();
        listed.stream().filter(artifact -> !artifact.artifact().startsWith(OURS))
                .filter(artifact -> installation.platform().members().stream()
                        .noneMatch(member -> member.coordinates().equals(artifact)))
                .forEach(artifact -> problems.add("the class path has " + artifact.artifact() + " "
                        + artifact.version() + ", which is not the target platform's"));
        Set<String> names = listed.stream().map(TargetPlatform.Coordinates::artifact).collect(Collectors.toSet());
        Set<String> needed = new TreeSet<>();
        addNeeds(OURS + "cli", needed);
        needed.stream().filter(name -> !names.contains(artifact(name)))
                .forEach(name -> problems.add("the class path lacks " + name));
        return problems;
    }

    /** Every bundle that has something in it is built, every test is run, and what is built is measured. */
    List<String> moduleProblems() {
        List<String> problems = new ArrayList<>();
        Set<String> modules = modules("pom.xml");
        Set<String> testModules = modules("tests/pom.xml");
        Set<String> measured = dependencies("releng/org.trustflex.coverage/pom.xml")
                .map(dependency -> Xml.text(dependency, "artifactId")).collect(Collectors.toSet());
        for (Bundle bundle : built()) {
            String name = bundle.name();
            if (!modules.contains("bundles/" + name)) {
                problems.add(name + " is no module of pom.xml");
            }
            if (!bundle.javaSources().isEmpty() && !measured.contains(name)) {
                problems.add("the coverage report leaves out " + name);
            }
        }
        for (Path folder : Bundle.list(root.resolve("tests"))) {
            String name = folder.getFileName().toString();
            if (hasSources(folder) && !testModules.contains(name)) {
                problems.add(name + " is no module of tests/pom.xml");
            }
            if (hasSources(folder) && Files.exists(folder.resolve("META-INF")) && name.endsWith(".tests")
                    && !measured.contains(name)) {
                problems.add("the coverage report leaves out " + name);
            }
        }
        return problems;
    }

    private List<Bundle> bundles() {
        return Bundle.below(root.resolve("bundles"));
    }

    private List<Bundle> built() {
        return bundles().stream()
                .filter(bundle -> !bundle.javaSources().isEmpty() || bundle.descriptor().isPresent()).toList();
    }

    private static boolean hasSources(Path folder) {
        return !new Bundle(folder, Headers.NONE).javaSources().isEmpty();
    }

    /** A bundle of ours and everything that it requires, and so on. */
    private void addNeeds(String name, Set<String> needed) {
        if (needed.add(name)) {
            bundles().stream().filter(bundle -> bundle.name().equals(name))
                    .flatMap(bundle -> bundle.headers().names("Require-Bundle").stream())
                    .forEach(required -> addNeeds(required, needed));
        }
    }

    private String artifact(String symbolicName) {
        return installation.platform().bundle(symbolicName).map(member -> member.coordinates().artifact())
                .orElse(symbolicName);
    }

    private TargetPlatform.Coordinates resolved(TargetPlatform.Coordinates artifact) {
        String version = artifact.version();
        if (version.startsWith("${") && !version.equals("${project.version}")) {
            Element properties = Xml.children(Xml.read(root.resolve("pom.xml")))
                    .filter(child -> child.getTagName().equals("properties")).findFirst().orElseThrow();
            version = Xml.text(properties, version.substring(2, version.length() - 1));
        }
        return new TargetPlatform.Coordinates(artifact.group(), artifact.artifact(), version);
    }

    private Stream<Element> dependencies(String pom) {
        return Xml.all(Xml.read(root.resolve(pom)), "dependency");
    }

    private Set<String> modules(String pom) {
        return Xml.all(Xml.read(root.resolve(pom)), "module").map(Element::getTextContent).map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> differences(String who, Set<String> listed, Set<String> needed) {
        List<String> problems = new ArrayList<>();
        needed.stream().filter(name -> !listed.contains(name))
                .forEach(name -> problems.add(who + " lacks " + name));
        listed.stream().filter(name -> !needed.contains(name))
                .forEach(name -> problems.add(who + " lists " + name + ", which none of our bundles requires"));
        return problems;
    }
}
