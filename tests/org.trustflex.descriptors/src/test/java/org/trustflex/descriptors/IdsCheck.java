package org.trustflex.descriptors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** Every identifier that a descriptor names is defined by somebody. */
final class IdsCheck implements BundleCheck {

    /** Any perspective, and the place of the editors, which no extension defines. */
    private static final Set<String> BUILT_IN = Set.of("*", "org.eclipse.ui.editorss");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        return bundle.extensions().stream()
                .flatMap(extension -> Id.REFERENCES.stream()
                        .flatMap(reference -> problems(reference, extension, installation)))
                .distinct().toList();
    }

    private static Stream<String> problems(Id.Reference reference, Element extension, Installation installation) {
        // A category may be a path of categories.
        return reference.place().values(extension).flatMap(value -> Arrays.stream(value.split("/")))
                .filter(id -> !BUILT_IN.contains(id) && !installation.has(reference.kind(), id))
                .map(id -> reference.place().element() + " names " + id + ", and there is no such "
                        + reference.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
