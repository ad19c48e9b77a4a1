package org.trustflex.descriptors;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.w3c.dom.Element;

/** Kinds of identifiers that extensions define and other extensions name, and where both happens. */
enum Id {
    VIEW(in("org.eclipse.ui.views", "view", "id")),
    VIEW_CATEGORY(in("org.eclipse.ui.views", "category", "id")),
    PERSPECTIVE(in("org.eclipse.ui.perspectives", "perspective", "id")),
    COMMAND(in("org.eclipse.ui.commands", "command", "id")),
    COMMAND_CATEGORY(in("org.eclipse.ui.commands", "category", "id")),
    CONTEXT(in("org.eclipse.ui.contexts", "context", "id")),
    PREFERENCE_PAGE(in("org.eclipse.ui.preferencePages", "page", "id")),
    PROPERTY_PAGE(in("org.eclipse.ui.propertyPages", "page", "id")),
    KEYWORD(in("org.eclipse.ui.keywords", "keyword", "id")),
    NEW_WIZARD(in("org.eclipse.ui.newWizards", "wizard", "id")),
    NEW_WIZARD_CATEGORY(in("org.eclipse.ui.newWizards", "category", "id")),
    IMPORT_WIZARD_CATEGORY(in("org.eclipse.ui.importWizards", "category", "id")),
    LAUNCH_TYPE(in("org.eclipse.debug.core.launchConfigurationTypes", "launchConfigurationType", "id")),
    CONTENT_TYPE(in("org.eclipse.core.contenttype.contentTypes", "content-type", "id"),
            in("org.eclipse.core.runtime.contentTypes", "content-type", "id")),
    NATURE(in("org.eclipse.core.resources.natures", "extension", "id")),
    BUILDER(in("org.eclipse.core.resources.builders", "extension", "id")),
    MARKER(in("org.eclipse.core.resources.markers", "extension", "id")),
    CHEAT_SHEET_CATEGORY(in("org.eclipse.ui.cheatsheets.cheatSheetContent", "category", "id")),
    THEME_CATEGORY(in("org.eclipse.ui.themes", "themeElementCategory", "id")),
    EXPRESSION(in("org.eclipse.core.expressions.definitions", "definition", "id"));

    /** Every place that names an identifier. */
    static final List<Reference> REFERENCES = List.of(
            new Reference(in("org.eclipse.ui.views", "view", "category"), VIEW_CATEGORY),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "perspectiveExtension", "targetID"), PERSPECTIVE),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "perspectiveShortcut", "id"), PERSPECTIVE),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "view", "id"), VIEW),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "view", "relative"), VIEW),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "viewShortcut", "id"), VIEW),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "showInPart", "id"), VIEW),
            new Reference(in("org.eclipse.ui.perspectiveExtensions", "newWizardShortcut", "id"), NEW_WIZARD),
            new Reference(in("org.eclipse.ui.commands", "command", "categoryId"), COMMAND_CATEGORY),
            new Reference(in("org.eclipse.ui.handlers", "handler", "commandId"), COMMAND),
            new Reference(in("org.eclipse.ui.menus", "command", "commandId"), COMMAND),
            new Reference(in("org.eclipse.ui.bindings", "key", "commandId"), COMMAND),
            new Reference(in("org.eclipse.ui.bindings", "key", "contextId"), CONTEXT),
            new Reference(in("org.eclipse.ui.contexts", "context", "parentId"), CONTEXT),
            new Reference(in("org.eclipse.ui.commandImages", "image", "commandId"), COMMAND),
            new Reference(in("org.eclipse.ui.preferencePages", "page", "category"), PREFERENCE_PAGE),
            new Reference(in("org.eclipse.ui.propertyPages", "page", "category"), PROPERTY_PAGE),
            new Reference(in("*", "keywordReference", "id"), KEYWORD),
            new Reference(in("org.eclipse.ui.newWizards", "wizard", "category"), NEW_WIZARD_CATEGORY),
            new Reference(in("org.eclipse.ui.newWizards", "category", "parentCategory"), NEW_WIZARD_CATEGORY),
            new Reference(in("org.eclipse.ui.importWizards", "wizard", "category"), IMPORT_WIZARD_CATEGORY),
            new Reference(in("org.eclipse.debug.ui.launchConfigurationTabGroups", "launchConfigurationTabGroup",
                    "type"), LAUNCH_TYPE),
            new Reference(in("org.eclipse.debug.ui.launchConfigurationTypeImages", "launchConfigurationTypeImage",
                    "configTypeID"), LAUNCH_TYPE),
            new Reference(in("org.eclipse.debug.ui.launchShortcuts", "configurationType", "id"), LAUNCH_TYPE),
            new Reference(in("org.eclipse.debug.core.launchDelegates", "launchDelegate", "type"), LAUNCH_TYPE),
            new Reference(in("*", "contentTypeBinding", "contentTypeId"), CONTENT_TYPE),
            new Reference(in("org.eclipse.core.contenttype.contentTypes", "content-type", "base-type"), CONTENT_TYPE),
            new Reference(in("org.eclipse.core.resources.natures", "builder", "id"), BUILDER),
            new Reference(in("org.eclipse.core.resources.natures", "requires-nature", "id"), NATURE),
            new Reference(in("org.eclipse.ui.ide.projectNatureImages", "image", "natureId"), NATURE),
            new Reference(in("org.eclipse.core.resources.markers", "super", "type"), MARKER),
            new Reference(in("org.eclipse.ui.ide.markerResolution", "markerResolutionGenerator", "markerType"), MARKER),
            new Reference(in("org.eclipse.ui.ide.markerHelp", "markerHelp", "markerType"), MARKER),
            new Reference(in("org.eclipse.ui.cheatsheets.cheatSheetContent", "cheatsheet", "category"),
                    CHEAT_SHEET_CATEGORY),
            new Reference(in("org.eclipse.ui.themes", "colorDefinition", "categoryId"), THEME_CATEGORY),
            new Reference(in("org.eclipse.ui.themes", "fontDefinition", "categoryId"), THEME_CATEGORY),
            new Reference(in("*", "reference", "definitionId"), EXPRESSION));

    private final List<Place> definitions;

    Id(Place... definitions) {
        this.definitions = List.of(definitions);
    }

    /** The identifiers of this kind that an extension of {@code bundle} defines. */
    Set<String> definedIn(String bundle, Element extension) {
        Set<String> ids = new TreeSet<>();
        definitions.stream().flatMap(place -> place.values(extension)).forEach(id -> {
            ids.add(id);
            // Content types, natures, builders and markers are named with their bundle in front.
            ids.add(bundle + "." + id);
        });
        return ids;
    }

    private static Place in(String point, String element, String attribute) {
        return new Place(point, element, attribute);
    }

    /**
     * A place that names an identifier which has to be defined somewhere.
     *
     * @param place
     *            where it stands
     * @param kind
     *            what it names
     */
    record Reference(Place place, Id kind) {
    }

    /**
     * An attribute in an extension.
     *
     * @param point
     *            extension point; {@code *} for all
     * @param element
     *            element name, {@code extension} for the extension itself
     * @param attribute
     *            attribute name
     */
    record Place(String point, String element, String attribute) {

        /** The attribute's values in one extension. */
        Stream<String> values(Element extension) {
            if (!point.equals("*") && !point.equals(extension.getAttribute("point"))) {
                return Stream.of();
            }
            return Xml.all(extension, element).map(found -> found.getAttribute(attribute))
                    .filter(value -> !value.isEmpty());
        }
    }
}
