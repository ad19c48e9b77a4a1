package org.trustflex.descriptors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3c.dom.Element;

/** Core expressions are well formed and ask properties and variables that somebody answers. */
final class ExpressionsCheck implements BundleCheck {

    private static final Set<String> ROOTS = Set.of("enabledWhen", "activeWhen", "visibleWhen", "enablement",
            "definition", "possibleChildren", "triggerPoints", "actionExpression", "contextualLaunch");
    /** The elements of an expression, with the attributes that they can't do without. */
    private static final Map<String, List<String>> ELEMENTS = Map.ofEntries(Map.entry("and", List.of()),
            Map.entry("or", List.of()), Map.entry("not", List.of()), Map.entry("enablement", List.of()),
            Map.entry("with", List.of("variable")), Map.entry("resolve", List.of("variable")),
            Map.entry("adapt", List.of("type")), Map.entry("iterate", List.of()),
            Map.entry("instanceof", List.of("value")), Map.entry("test", List.of("property")),
            Map.entry("systemTest", List.of("property", "value")), Map.entry("equals", List.of("value")),
            Map.entry("count", List.of("value")), Map.entry("reference", List.of("definitionId")));
    private static final Set<String> LEAVES = Set.of("instanceof", "test", "systemTest", "equals", "count",
            "reference");
    /** What the workbench and the evaluation itself provide without an extension. */
    private static final Set<String> BUILT_IN_VARIABLES = Set.of("selection", "activeContexts", "activePart",
            "activePartId", "activeEditor", "activeEditorId", "activeEditorInput", "activeShell",
            "activeWorkbenchWindow", "activeWorkbenchWindow.activePerspective", "activeMenu", "activeMenuSelection",
            "activeMenuEditorInput", "activeFocusControl", "activeFocusControlId", "activeSite", "default", "receiver",
            "org.eclipse.core.runtime.Platform");

    @Override
    public List<String> problems(Bundle bundle, Installation installation) {
        List<String> problems = new ArrayList<>();
        bundle.extensions().stream().filter(extension -> !hasItsOwnExpressions(extension)).flatMap(Xml::all)
                .filter(element -> ROOTS.contains(element.getTagName()))
                .forEach(root -> {
                    List<Element> expressions = Xml.children(root).filter(child -> !isLaunchText(child)).toList();
                    if (expressions.isEmpty() && !mayBeEmpty(root)) {
                        problems.add(root.getTagName() + " holds no expression");
                    }
                    expressions.forEach(expression -> check(expression, installation, problems));
                });
        return problems.stream().distinct().toList();
    }

    /** Decorators are enabled by the older expressions of their extension point, such as objectClass. */
    private static boolean hasItsOwnExpressions(Element extension) {
        return extension.getAttribute("point").equals("org.eclipse.ui.decorators");
    }

    /** A launch may always be offered, and a menu item may show itself where its command is enabled. */
    private static boolean mayBeEmpty(Element root) {
        return root.getTagName().equals("contextualLaunch") || root.getAttribute("checkEnabled").equals("true");
    }

    /** A shortcut's contextual launch holds labels beside its expression. */
    private static boolean isLaunchText(Element child) {
        return child.getTagName().equals("contextLabel");
    }

    private static void check(Element element, Installation installation, List<String> problems) {
        String name = element.getTagName();
        List<String> needed = ELEMENTS.get(name);
        if (needed == null) {
            problems.add(name + " is no element of an expression");
            return;
        }
        needed.stream().filter(attribute -> element.getAttribute(attribute).isEmpty())
                .forEach(attribute -> problems.add(name + " lacks its attribute " + attribute));
        List<Element> children = Xml.children(element).toList();
        if (LEAVES.contains(name) != children.isEmpty() && !name.equals("adapt")) {
            problems.add(name + (children.isEmpty() ? " holds no expression" : " can't hold other expressions"));
        }
        if (name.equals("not") && children.size() > 1) {
            problems.add("not holds more than one expression");
        }
        checkNames(element, installation, problems);
        children.forEach(child -> check(child, installation, problems));
    }

    private static void checkNames(Element element, Installation installation, List<String> problems) {
        String property = element.getAttribute("property");
        if (element.getTagName().equals("test") && !property.isEmpty() && !installation.hasProperty(property)) {
            problems.add("no property tester answers " + property);
        }
        String variable = element.getAttribute("variable");
        if (element.getTagName().equals("with") && !variable.isEmpty() && !BUILT_IN_VARIABLES.contains(variable)
                && !installation.hasVariable(variable)) {
            problems.add("nobody provides the variable " + variable);
        }
    }
}
