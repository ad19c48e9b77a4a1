package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user who has never seen any of this follows the cheat sheet from the first item to the last, on a simulated board. */
class GuideTest {

    private static final String GUIDE = "org.trustflex.help.guide";
    private static final String VIEW = "org.eclipse.ui.cheatsheets.views.CheatSheetView";

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    /** The workbench remembers how far somebody has come. */
    @BeforeEach
    void nobodyHasBegun() throws Exception {
        close();
        Files.deleteIfExists(Platform.getStateLocation(Platform.getBundle("org.eclipse.ui.cheatsheets"))
                .append(GUIDE + ".xml").toPath());
        Workshop.forgetLaunches();
    }

    @AfterEach
    void close() {
        Ui.run(() -> Desk.page().hideView(Desk.page().findView(VIEW)));
    }

    @Test
    void everyItemIsPerformedByItsLink() throws Exception {
        Ui.run(() -> new OpenCheatSheetAction(GUIDE).run());
        follow("Click to Begin");
        perform();
        assertEquals(TrustFlexUi.PERSPECTIVE, Ui.get(() -> Desk.page().getPerspective().getId()));

        perform();
        Shell project = Find.shell("New TrustFLEX Project");
        robot.type("lamp");
        Await.until("the name is taken", () -> finish(project).isEnabled());
        robot.press(SWT.CR);
        Overview overview = Overview.opened("lamp");
        overview.awaitState("BOARD", "done");
        Screenshot.take("guide-project");

        performWizard("Generate Resources", 1, "Key generation - Success");
        perform();
        Shell certificates = Find.shell("Generate Certificates");
        Button onwards = Find.button(certificates, "Next >");
        Await.until("the last page can be looked at", onwards::isEnabled);
        robot.click(onwards);
        finish(certificates, 2);
        performWizard("Generate Manifest", 3, "Generating manifest data...OK");
        performWizard("Rotate Key", 4, "Verified the Rotating Public key");
        performView(TrustFlexUi.SLOTS_VIEW);
        performView(TrustFlexUi.TRANSACTIONS_VIEW);
        performWizard("Generate Manifest", 5, "Generating manifest data...OK");

        Await.until("nothing is left to do", () -> links("Click to perform").isEmpty());
        Screenshot.take("guide-last");
        System.out.println("The cheat sheet: " + robot.clicks() + " clicks and one typed name");
    }

    private void performWizard(String title, int operation, String lastWords) {
        perform();
        finish(Find.shell(title), operation);
        Workshop.console(lastWords);
    }

    private void performView(String id) {
        perform();
        Await.until(id + " is in front", () -> Desk.page().findView(id) != null
                && Desk.page().isPartVisible(Objects.requireNonNull(Desk.page().findView(id))));
    }

    private void finish(Shell wizard, int operation) {
        Button finish = finish(wizard);
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(finish);
        assertEquals(ExitCode.DONE, Workshop.ended(operation).exitCode());
    }

    private static Button finish(Shell wizard) {
        return Find.button(wizard, "Finish");
    }

    private void perform() {
        Await.until("one item is to be performed", () -> links("Click to perform").size() == 1);
        follow("Click to perform");
    }

    private void follow(String words) {
        robot.follow(Await.found(words, () -> links(words).stream().findFirst().orElse(null)));
    }

    /** The links of this name that can be seen. */
    private static List<ImageHyperlink> links(String words) {
        return Find.controls(Desk.shell(), ImageHyperlink.class).stream()
                .filter(link -> words.equals(link.getText()) || words.equals(link.getToolTipText())).toList();
    }
}
