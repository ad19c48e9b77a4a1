package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.intro.config.IIntroURL;
import org.eclipse.ui.intro.config.IntroURLFactory;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Ui;
import org.w3c.dom.Element;

/** What cheat sheet, welcome pages and keys promise exists: commands, views, wizards and perspectives. */
class GuidanceTargetsTest {

    @RegisterExtension
    private final Desk desk = new Desk();

    @Test
    void everyStepOfTheGuideCanBePerformedByAClick() throws Exception {
        List<Element> items = GuidanceTest.elements("cheatsheets/guide.xml", "item");
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
            for (Element link : GuidanceTest.elements("intro/" + page + ".xml", "link")) {
                IIntroURL url = IntroURLFactory.createIntroURL(link.getAttribute("url"));
                assertNotNull(url, link.getAttribute("url"));
                if ("execute".equals(url.getAction())) {
                    exists(url.getParameter("command"));
                }
            }
        }
    }

    @Test
    void ourKeysLeadToWhatExists() {
        Binding[] all = Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBindings());
        List<Binding> ours = Stream.of(all).filter(GuidanceTest::isOurs).toList();
        assertEquals(12, ours.size(), ours.toString());
        ours.forEach(binding -> exists(binding.getParameterizedCommand()));
    }

    private static void exists(String serialization) throws CommandException {
        exists(PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization));
    }

    private static void exists(ParameterizedCommand command) {
        assertTrue(command.getCommand().isDefined(), command.getId());
        IWorkbench workbench = PlatformUI.getWorkbench();
        GuidanceTest.parameters(command).forEach((key, id) -> {
            Object found = switch (key) {
                case "newWizardId" -> workbench.getNewWizardRegistry().findWizard(id);
                case "org.eclipse.ui.views.showView.viewId" -> workbench.getViewRegistry().find(id);
                default -> workbench.getPerspectiveRegistry().findPerspectiveWithId(id);
            };
            assertNotNull(found, id);
        });
    }
}
