package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.intro.config.IIntroURL;
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

/** What cheat sheet, welcome pages and keys promise exists. */
class GuidanceTest {

    private static final String GUIDE = "org.trustflex.help.guide";
    private static final String CHEAT_SHEET_VIEW = "org.eclipse.ui.cheatsheets.views.CheatSheetView";
    private static final String OURS = TrustFlexUi.PLUGIN_ID + ".";

    @RegisterExtension
    private final Desk desk = new Desk();

    @Test
    void everyStepOfTheGuideCanBePerformedByAClick() throws Exception {
        List<Element> items = elements("cheatsheets/guide.xml", "item");
        assertTrue(items.size() >= 8, "steps: " + items.size());
        for (Element item : items) {
            Element command = (Element) item.getElementsByTagName("command").item(0);
            assertNotNull(command, item.getAttribute("title"));
            exists(command.getAttribute("serialization"));
        }
    }

    @Test
    void theWelcomePagesLeadToWhatExists() throws Exception {
        for (String page : List.of("overview", "firststeps", "tutorials")) {
            for (Element link : elements("intro/" + page + ".xml", "link")) {
                IIntroURL url = IntroURLFactory.createIntroURL(link.getAttribute("url"));
                assertNotNull(url, link.getAttribute("url"));
                if ("execute".equals(url.getAction())) {
                    exists(url.getParameter("command"));
                }
            }
        }
    }

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
    void ourKeysLeadToWhatExistsAndTakeNobodyElsesKeys() throws Exception {
        Binding[] all = Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBindings());
        List<Binding> ours = Stream.of(all).filter(GuidanceTest::isOurs).toList();
        assertEquals(9, ours.size(), ours.toString());
        Set<String> sequences = new TreeSet<>();
        for (Binding binding : ours) {
            exists(binding.getParameterizedCommand());
            TriggerSequence sequence = binding.getTriggerSequence();
            assertTrue(sequences.add(sequence.format()), sequence.format());
            for (Binding other : all) {
                boolean clash = !isOurs(other) && (sequence.startsWith(other.getTriggerSequence(), true)
                        || other.getTriggerSequence().startsWith(sequence.getPrefixes()[1], true));
                assertTrue(!clash, () -> sequence + " and " + other);
            }
        }
    }

    private static boolean isOurs(Binding binding) {
        ParameterizedCommand command = binding.getParameterizedCommand();
        return command != null && (command.getId().startsWith(OURS) || parameters(command).values().stream()
                .anyMatch(value -> value.startsWith(OURS)));
    }

    /** The parameters, by their identifiers; the platform's map has no types. */
    private static Map<String, String> parameters(ParameterizedCommand command) {
        Map<String, String> parameters = new TreeMap<>();
        Map<?, ?> untyped = command.getParameterMap();
        untyped.forEach((id, value) -> parameters.put((String) id, (String) value));
        return parameters;
    }

    private static void exists(String serialization) throws CommandException {
        exists(PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization));
    }

    private static void exists(ParameterizedCommand command) {
        assertTrue(command.getCommand().isDefined(), command.getId());
        IWorkbench workbench = PlatformUI.getWorkbench();
        parameters(command).forEach((key, id) -> {
            Object found = switch (key) {
                case "newWizardId" -> workbench.getNewWizardRegistry().findWizard(id);
                case "org.eclipse.ui.views.showView.viewId" -> workbench.getViewRegistry().find(id);
                default -> workbench.getPerspectiveRegistry().findPerspectiveWithId(id);
            };
            assertNotNull(found, id);
        });
    }

    private static boolean run(String page, String link) throws Exception {
        for (Element element : elements("intro/" + page + ".xml", "link")) {
            if (link.equals(element.getAttribute("id"))) {
                return Ui.get(() -> IntroURLFactory.createIntroURL(element.getAttribute("url")).execute());
            }
        }
        throw new AssertionError("no link " + link);
    }

    private static List<Element> elements(String file, String name) throws Exception {
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
