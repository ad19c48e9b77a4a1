package org.trustflex.descriptors;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every %key of manifest and descriptor has its text, and every text its key. */
final class TextsCheck implements BundleCheck {

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        Set<String> used = new TreeSet<>();
        bundle.headers().values().values().stream().flatMap(TextsCheck::key).forEach(used::add);
        bundle.descriptor().ifPresent(root -> used.addAll(keys(root)));
        return compare(used, bundle.properties(bundle.localization() + ".properties"),
                bundle.localization() + ".properties");
    }

    /** The keys that an XML file uses, in attributes and texts. */
    static Set<String> keys(Element root) {
        Set<String> keys = new TreeSet<>();
        Xml.all(root).forEach(element -> {
            Xml.attributes(element).values().stream().flatMap(TextsCheck::key).forEach(keys::add);
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE) {
                    key(child.getTextContent().strip()).forEach(keys::add);
                }
            }
        });
        return keys;
    }

    /** What is used and not there, and what is there and not used. */
    static List<String> compare(Set<String> used, Properties texts, String file) {
        List<String> problems = new ArrayList<>();
        used.stream().filter(key -> !texts.containsKey(key))
                .forEach(key -> problems.add("%" + key + " has no text in " + file));
        texts.stringPropertyNames().stream().filter(key -> !used.contains(key)).sorted()
                .forEach(key -> problems.add(file + " has a text for " + key + ", which nobody uses"));
        return problems;
    }

    private static Stream<String> key(String value) {
        // Two of them stand for a percent sign, and what follows a blank is a default.
        return value.startsWith("%") && !value.startsWith("%%") && value.length() > 1
                ? Stream.of(value.substring(1).split("\\s")[0])
                : Stream.of();
    }
}
