package org.trustflex.descriptors;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.w3c.dom.Element;

/** Our bundles installed in the target platform: everything that a descriptor may name. */
final class Installation {

    private final TargetPlatform platform;
    private final List<Bundle> ours;
    private final Set<String> extensionPoints = new TreeSet<>();
    private final Map<Id, Set<String>> ids = new EnumMap<>(Id.class);
    private final Set<String> properties = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> platformClasses = new HashSet<>();

    Installation(TargetPlatform platform, List<Bundle> ours) {
        this.platform = platform;
        this.ours = List.copyOf(ours);
        for (TargetPlatform.Member member : platform.members()) {
            member.descriptor().ifPresent(root -> add(member.symbolicName(), root));
            member.entries().stream().filter(entry -> entry.endsWith(".class"))
                    .map(entry -> entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
                    .forEach(platformClasses::add);
        }
        ours.forEach(bundle -> bundle.descriptor().ifPresent(root -> add(bundle.name(), root)));
    }

    private void add(String bundle, Element root) {
        Xml.all(root, "extension-point").map(point -> point.getAttribute("id"))
                .forEach(id -> extensionPoints.add(id.contains(".") ? id : bundle + "." + id));
        Xml.all(root, "extension").forEach(extension -> {
            for (Id kind : Id.values()) {
                ids.computeIfAbsent(kind, any -> new TreeSet<>()).addAll(kind.definedIn(bundle, extension));
            }
        });
        Xml.all(root, "propertyTester").forEach(tester -> {
            for (String property : tester.getAttribute("properties").split(",")) {
                properties.add(tester.getAttribute("namespace") + "." + property.strip());
            }
        });
        Xml.all(root, "sourceProvider").flatMap(provider -> Xml.all(provider, "variable"))
                .forEach(variable -> variables.add(variable.getAttribute("name")));
    }

    TargetPlatform platform() {
        return platform;
    }

    List<Bundle> ours() {
        return ours;
    }

    Optional<Bundle> our(String symbolicName) {
        return ours.stream().filter(bundle -> bundle.name().equals(symbolicName)).findFirst();
    }

    boolean hasBundle(String symbolicName) {
        return our(symbolicName).isPresent() || platform.bundle(symbolicName).isPresent();
    }

    boolean hasExtensionPoint(String id) {
        return extensionPoints.contains(id);
    }

    boolean has(Id kind, String id) {
        return ids.getOrDefault(kind, Set.of()).contains(id);
    }

    /** True for a property, namespace included, that some property tester answers. */
    boolean hasProperty(String property) {
        return properties.contains(property);
    }

    /** True for an evaluation variable that some source provider contributes. */
    boolean hasVariable(String name) {
        return variables.contains(name);
    }

    /** True for a class of ours, of the platform or of Java. */
    boolean hasClass(String binaryName) {
        return ours.stream().anyMatch(bundle -> bundle.hasClass(binaryName)) || platformClasses.contains(binaryName)
                || isOfJava(binaryName);
    }

    private static boolean isOfJava(String binaryName) {
        try {
            return binaryName.startsWith("java.") && Class.forName(binaryName) != null;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
