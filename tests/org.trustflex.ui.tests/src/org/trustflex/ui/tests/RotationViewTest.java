package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IRegion;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.board.PoweredBoard;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.slots.SlotState;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user rotates the key step by step with the guide's buttons, and sees what each one did, or why it can't be pressed. */
class RotationViewTest {

    private static final String STEP_1 = "Step1. Gen Rotating key pair";
    private static final String STEP_2 = "Step2. Authorize new key";
    private static final String STEP_3 = "Step3. Validate Slot for Rotation";
    private static final String STEP_4 = "Step4. Verify using Rotated key";

    private static final int ATTEMPTS = 20;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static void says(String row, String part) {
        Label sentence = Find.byId(Desk.shell(), Label.class, "rotation." + row + ".sentence");
        Await.until(row + " says " + part, () -> sentence.getText().contains(part));
    }

    private static Button button(String name) {
        return Find.button(Desk.shell(), name);
    }

    private static void canPress(String name, boolean possible) {
        Button button = button(name);
        Await.until(name + (possible ? " can" : " can't") + " be pressed", () -> button.isEnabled() == possible);
    }

    private void press(String name) {
        canPress(name, true);
        Button button = button(name);
        Ui.run(button::setFocus);
        robot.click(button);
    }

    @Test
    void theFourButtonsWorkInTheGuidesOrderAndSayWhatTheyDid() throws Exception {
        Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        says("GENERATE", "ready");
        says("AUTHORIZE", "Waits for step 1");
        canPress(STEP_2, false);
        Screenshot.take("rotation-ready");
        press(STEP_1);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        says("GENERATE", "done: Generated new rotating public key pair");
        press(STEP_2);
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
        says("AUTHORIZE", "done: Signing the rotating key digest with the Authority Private Key");
        canPress(STEP_4, false);
        press(STEP_3);
        assertEquals(ExitCode.DONE, Workshop.ended(3).exitCode());
        says("UPDATE", "done: Rotating Public Key is validated with authority signed signature");
        press(STEP_4);
        assertEquals(ExitCode.DONE, Workshop.ended(4).exitCode());
        says("VERIFY", "done: Verified the Rotating Public key");
        Label slot = Find.byId(Desk.shell(), Label.class, "rotation.slot");
        Await.until("slot 14 is valid", () -> slot.getText().contains(SlotState.VALID.word() + ","));
        Screenshot.take("rotation-done");
    }

    @Test
    void aForgedAuthoritySignatureTurnsTheStepRedWithASentence() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        press(STEP_1);
        Workshop.ended(1);
        press(STEP_2);
        Workshop.ended(2);
        canPress(STEP_3, true);
        ForgedAuthority.sign(shop.model());
        press(STEP_3);
        assertEquals(ExitCode.REFUSED, Workshop.ended(3).exitCode());
        says("UPDATE", "refused:");
        canPress(STEP_3, false);
        Find.one(Desk.shell(), Hyperlink.class, "to the transactions",
                link -> link.getText().equals("Show in Transactions"));
        Find.one(Desk.shell(), Hyperlink.class, "to the slot", link -> link.getText().equals("Why?"));
        Screenshot.take("rotation-refused");
        press(STEP_2);
        Workshop.ended(4);
        press("Rotate");
        assertEquals(ExitCode.DONE, Workshop.ended(5).exitCode());
        says("all", "done: ");
    }

    @Test
    void aBoardThatIsInUseIsNamedWithItsHolderAndRotatedAfterwards() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        canPress("Rotate", true);
        Await.jobs(TrustFlexJobs.SLOTS);
        try (PoweredBoard held = shop.board.power("a demonstration")) {
            assertTrue(held.powered());
            press("Rotate");
            assertEquals(ExitCode.NO_LINK, Workshop.ended(1).exitCode());
            says("all", "in use by");
            Screenshot.take("rotation-held");
        }
        press("Rotate");
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
    }

    @Test
    void whenThePowerIsCutInTheMiddleTheNextRotateFinishes() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        OperationResult result = OperationResult.DONE;
        int launches = 0;
        // The board is quick: sometimes the rotation is over before the power goes.
        while (result.done() && launches < ATTEMPTS) {
            canPress("Rotate", true);
            Await.jobs(TrustFlexJobs.SLOTS);
            press("Rotate");
            launches++;
            // One lost answer is followed through, so the power is cut again and again.
            while (Workshop.running(launches)) {
                shop.board.powerCut();
            }
            result = Workshop.ended(launches);
        }
        assertEquals(ExitCode.NO_LINK, result.exitCode(), "after " + launches + " attempts");
        says("all", "needs attention: ");
        Screenshot.take("rotation-power-cut");
        press("Rotate");
        assertEquals(ExitCode.DONE, Workshop.ended(launches + 1).exitCode());
        says("all", "done: ");
    }

    @Test
    void anOperationThatWaitsForTheBoardIsTerminatedInTheConsole() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        canPress("Rotate", true);
        Await.jobs(TrustFlexJobs.SLOTS);
        BoardRule other = new BoardRule(shop.board.id());
        Job.getJobManager().beginRule(other, null);
        try {
            robot.click(button("Rotate"));
            says("all", "An operation is running");
            robot.click(Find.toolItem(Desk.shell(), "Terminate"));
            assertEquals(ExitCode.CANCELLED, Workshop.ended(1).exitCode());
        } finally {
            Job.getJobManager().endRule(other);
        }
        Workshop.console("Stopped before it began. Nothing was changed.");
        assertFalse(Files.exists(shop.model().rotationFolder().resolve("pending")));
    }

    @Test
    void theConsoleLinksFilesAndSlotsAndShowsFailuresInTheirOwnColour() throws Exception {
        Workshop shop = Workshop.create();
        Workshop.command("org.trustflex.ui.generateResources");
        Button finish = Find.button(Find.shell("Generate Resources"), "Finish");
        robot.click(finish);
        Workshop.ended(1);
        StyledText console = Workshop.console("Key generation - Success");
        Screenshot.take("console-links");
        assertEquals(Set.of(), unlinked("Slot 14", "slot_14_ecc_key_pair.pem", "slot_5_secret_key.pem"));
        Ui.run(() -> console.setTopIndex(0));
        Await.until("the console's first line can be seen", () -> console.getTopIndex() == 0);
        Point place = Ui.get(() -> console.getLocationAtOffset(console.getText().indexOf("slot_6_secret_key.pem")));
        robot.click(console, place.x + 20, place.y + 8);
        Await.until("the file is open", () -> Desk.page().getActiveEditor() != null
                && Desk.page().getActiveEditor().getTitle().equals("slot_6_secret_key.pem"));
        Files.delete(shop.resource("slot_13_ecc_key_pair.pem"));
        shop.project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        Workshop.command("org.trustflex.ui.rotate");
        robot.click(Find.button(Find.shell("Rotate Key"), "Finish"));
        assertEquals(ExitCode.BAD_FILE, Workshop.ended(2).exitCode());
        StyledText failed = Workshop.console("slot_13_ecc_key_pair.pem");
        Await.until("the failure is red", () -> {
            scrollBehind(failed, "slot_13_ecc_key_pair.pem");
            return hasRed(failed);
        });
        Find.one(Desk.shell(), Label.class, "with the exit code", label -> label.getText().contains("exit code 5"));
        Screenshot.take("console-failed");
    }

    private static Set<String> unlinked(String... parts) {
        Set<String> missing = new TreeSet<>(Set.of(parts));
        Await.until("the console has links", () -> {
            TextConsole console = (TextConsole) ConsolePlugin.getDefault().getConsoleManager().getConsoles()[0];
            for (IHyperlink link : console.getHyperlinks()) {
                missing.remove(text(console, link));
            }
            return missing.isEmpty();
        });
        return missing;
    }

    private static String text(TextConsole console, IHyperlink link) {
        IRegion region = console.getRegion(link);
        return console.getDocument().get().substring(region.getOffset(), region.getOffset() + region.getLength());
    }

    /** The line begins with the whole path of a file, which is a link and may be longer than the console is wide. */
    private static void scrollBehind(StyledText text, String name) {
        int end = text.getText().lastIndexOf(name) + name.length();
        int line = text.getLineAtOffset(end);
        text.setTopIndex(line);
        text.setHorizontalIndex(end - text.getOffsetAtLine(line));
    }

    private static boolean hasRed(StyledText text) {
        Image picture = new Image(text.getDisplay(), text.getSize().x, text.getSize().y);
        GC gc = new GC(text);
        try {
            gc.copyArea(picture, 0, 0);
            ImageData data = picture.getImageData();
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    RGB color = data.palette.getRGB(data.getPixel(x, y));
                    if (color.red > 180 && color.green < 90 && color.blue < 90) {
                        return true;
                    }
                }
            }
            return false;
        } finally {
            gc.dispose();
            picture.dispose();
        }
    }
}
