package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.intro.config.IntroURLFactory;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The guide is found where users look for it, and our keys are ours. */
class GuidanceTest {

    private static final String GUIDE = "org.trustflex.help.guide";
    private static final String CHEAT_SHEET_VIEW = "org.eclipse.ui.cheatsheets.views.CheatSheetView";
    private static final String OURS = TrustFlexUi.PLUGIN_ID + ".";

    @RegisterExtension
    private final Desk desk = new Desk();

    @Test
    void theWelcomePagesOpenTheGuideAndThePerspective() throws Exception {
        Ui.run(() -> PlatformUI.getWorkbench().showPerspective("org.eclipse.ui.resourcePerspective", Desk.window()));
        assertTrue(run("overview", "trustflex-perspective"));
        assertEquals(TrustFlexUi.PERSPECTIVE, Ui.get(() -> Desk.page().getPerspective().getId()));
        Ui.run(() -> PlatformUI.getWorkbench().getIntroManager().showIntro(Desk.window(), false));
        Screenshot.take("welcome");
        assertTrue(run("tutorials", "trustflex-guide"));
        Screenshot.take("welcome-guide");
        Ui.run(() -> PlatformUI.getWorkbench().getIntroManager()
                .closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro()));
    }

    @Test
    void theGuideIsInTheCheatSheetsUnderItsCategory() {
        Ui.run(() -> new OpenCheatSheetAction(GUIDE).run());
        Await.until("the guide is open", () -> Stream.of(Desk.page().getViewReferences())
                .map(IViewReference::getId).anyMatch(CHEAT_SHEET_VIEW::equals));
        Await.idle();
        Screenshot.take("cheat-sheet");
        Ui.run(() -> Desk.page().hideView(Desk.page().findView(CHEAT_SHEET_VIEW)));
    }

    @Test
    void ourKeysTakeNobodyElsesKeys() throws Exception {
        Binding[] all = Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBindings());
        List<Binding> ours = Stream.of(all).filter(GuidanceTest::isOurs).toList();
        assertFalse(ours.isEmpty());
        Set<String> sequences = new TreeSet<>();
        for (Binding binding : ours) {
            TriggerSequence sequence = binding.getTriggerSequence();
            assertTrue(sequences.add(sequence.format()), sequence.format());
            for (Binding other : all) {
                boolean clash = !isOurs(other) && (sequence.startsWith(other.getTriggerSequence(), true)
                        || other.getTriggerSequence().startsWith(sequence.getPrefixes()[1], true));
                assertTrue(!clash, () -> sequence + " and " + other);
            }
        }
    }

    /** Whether a key leads to one of our commands, views or wizards. */
    static boolean isOurs(Binding binding) {
        ParameterizedCommand command = binding.getParameterizedCommand();
        return command != null && (command.getId().startsWith(OURS) || parameters(command).values().stream()
                .anyMatch(value -> value.startsWith(OURS)));
    }

    /** The parameters, by their identifiers; the platform's map has no types. */
    static Map<String, String> parameters(ParameterizedCommand command) {
        Map<String, String> parameters = new TreeMap<>();
        Map<?, ?> untyped = command.getParameterMap();
        untyped.forEach((id, value) -> parameters.put((String) id, (String) value));
        return parameters;
    }

    private static boolean run(String page, String link) throws Exception {
        for (Element element : elements("intro/" + page + ".xml", "link")) {
            if (link.equals(element.getAttribute("id"))) {
                return Ui.get(() -> IntroURLFactory.createIntroURL(element.getAttribute("url")).execute());
            }
        }
        throw new AssertionError("no link " + link);
    }

    /** The elements of this name in a document of the help bundle. */
    static List<Element> elements(String file, String name) throws Exception {
        try (InputStream content = Platform.getBundle("org.trustflex.help").getEntry(file).openStream()) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
            NodeList nodes = document.getElementsByTagName(name);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        }
    }
}
