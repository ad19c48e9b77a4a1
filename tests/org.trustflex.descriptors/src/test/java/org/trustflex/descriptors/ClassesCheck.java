package org.trustflex.descriptors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** Every class that a descriptor names exists. */
final class ClassesCheck implements BundleCheck {

    private static final Set<String> CLASS_ATTRIBUTES = Set.of("class", "defaultHandler", "delegate", "handler",
            "contributorClass", "providerClass", "adaptableType", "objectClass", "contextClass", "targetClass",
            "labelProvider", "contentProvider", "contributorClassName", "factoryClass");
    private static final Set<String> TYPE_ELEMENTS = Set.of("adapt", "adapter", "propertyTester");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        return Stream.concat(bundle.extensions().stream().flatMap(Xml::all).flatMap(ClassesCheck::names),
                bundle.headers().value("Bundle-Activator").stream())
                .filter(name -> !name.isEmpty() && !installation.hasClass(name)).distinct()
                .map(name -> "there is no class " + name)
                .toList();
    }

    private static Stream<String> names(Element element) {
        Stream<String> names = Xml.attributes(element).entrySet().stream()
                .filter(attribute -> CLASS_ATTRIBUTES.contains(attribute.getKey())
                        || attribute.getKey().equals("type") && TYPE_ELEMENTS.contains(element.getTagName()))
                .map(Map.Entry::getValue);
        Stream<String> instances = element.getTagName().equals("instanceof") ? Stream.of(element.getAttribute("value"))
                : Stream.of();
        // A factory's argument may follow behind a colon, and the bundle may stand before a slash.
        return Stream.concat(names, instances).map(name -> name.split(":")[0])
                .map(name -> name.replaceFirst(".*/", ""));
    }
}
