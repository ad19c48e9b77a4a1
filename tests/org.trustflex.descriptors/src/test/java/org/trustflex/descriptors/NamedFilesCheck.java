package org.trustflex.descriptors;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** Every icon, page, style and schema that a descriptor names exists. */
final class NamedFilesCheck implements BundleCheck {

    private static final Pattern FILE = Pattern
            .compile("(\\$nl\\$/)?[^*?:,$]+\\.(png|gif|jpg|svg|xml|html|xhtml|css|exsd)");
    private static final Set<String> NO_FILES = Set.of("name", "label", "pattern", "value", "filenames", "extensions",
            "file-names", "file-extensions", "file-patterns", "id", "base-type", "contentTypeId", "contentType");
    private static final String PLATFORM = "platform:/plugin/";

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        return bundle.descriptor().stream().flatMap(Xml::all).flatMap(NamedFilesCheck::names)
                .filter(name -> !exists(name, bundle, installation)).distinct().map(name -> "there is no file " + name)
                .toList();
    }

    private static Stream<String> names(Element element) {
        return Xml.attributes(element).entrySet().stream().filter(attribute -> !NO_FILES.contains(attribute.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> value.startsWith(PLATFORM) || FILE.matcher(value).matches());
    }

    private static boolean exists(String name, Bundle bundle, Installation installation) {
        String path = name.replace("$nl$/", "");
        if (!path.startsWith(PLATFORM)) {
            return Files.exists(bundle.file(path.replaceFirst("^/", "")));
        }
        String[] bundleAndPath = path.substring(PLATFORM.length()).split("/", 2);
        return bundleAndPath.length == 2 && (installation.our(bundleAndPath[0])
                .map(ours -> Files.exists(ours.file(bundleAndPath[1]))).orElse(false)
                || installation.platform().bundle(bundleAndPath[0])
                        .map(other -> other.entries().contains(bundleAndPath[1])).orElse(false));
    }
}
