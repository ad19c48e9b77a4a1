package org.trustflex.descriptors;

import java.util.List;

import org.w3c.dom.Element;

/** Every extension belongs to an extension point that somebody defines. */
final class ExtensionPointsCheck implements BundleCheck {

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        return bundle.extensions().stream().map((Element extension) -> extension.getAttribute("point"))
                .filter(point -> !installation.hasExtensionPoint(point)).distinct()
                .map(point -> "nobody defines the extension point " + point).toList();
    }
}
