package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.forms.widgets.Hyperlink;
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

/** The first ten minutes of a user without hardware: the whole guide from the overview's links, with one typed name. */
class FirstTenMinutesTest {

    private static final int MOST_CLICKS = 12;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void theWholeGuideTakesOneTypedNameAndAtMostTwelveClicks() throws Exception {
        Workshop.forgetLaunches();
        robot.follow(Find.one(Desk.shell(), Hyperlink.class, "that offers a project",
                link -> link.getText().equals("Create a TrustFLEX project")));
        Find.shell("New TrustFLEX Project");
        robot.type("lamp");
        robot.press(SWT.CR);
        Overview overview = Overview.opened("lamp");
        overview.awaitState("BOARD", "done");

        next(overview, "RESOURCES", "Generate Resources", 1, "Key generation - Success");
        overview.awaitState("RESOURCES", "done");
        nextCertificates(overview);
        overview.awaitText("CERTIFICATES.device", "as delivered");
        next(overview, "MANIFEST", "Generate Manifest", 3,
                "Generating manifest data...OK (saved to TFLXTLS_devices_manifest.json)");
        overviewInFront();
        overview.awaitState("MANIFEST", "done");
        next(overview, "ROTATION", "Rotate Key", 4, "Verified the Rotating Public key");
        overview.awaitState("ROTATION", "done");
        Screenshot.take("guide-done");
        System.out.println("The whole guide: " + robot.clicks() + " clicks and one typed name");
        assertTrue(robot.clicks() <= MOST_CLICKS, robot.clicks() + " clicks");
    }

    private void next(Overview overview, String part, String title, int operation, String lastWords) {
        robot.follow(overview.next(part));
        finish(Find.shell(title));
        assertEquals(ExitCode.DONE, Workshop.ended(operation).exitCode());
        Workshop.console(lastWords);
    }

    /** The chain that the part was delivered with: nothing to type. */
    private void nextCertificates(Overview overview) {
        robot.follow(overview.next("CERTIFICATES"));
        Shell wizard = Find.shell("Generate Certificates");
        Button onwards = Find.button(wizard, "Next >");
        Await.until("the last page can be looked at", onwards::isEnabled);
        robot.click(onwards);
        finish(wizard);
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
        Workshop.console("Validate device certificate...OK");
    }

    private void finish(Shell wizard) {
        Button finish = Find.button(wizard, "Finish");
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(finish);
    }

    /** The manifest opened in front of it. */
    private static void overviewInFront() throws Exception {
        Ui.run(() -> Desk.page().activate(
                Desk.page().findEditors(null, TrustFlexUi.OVERVIEW_EDITOR,
                        IWorkbenchPage.MATCH_ID)[0].getEditor(true)));
    }
}
