package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** The chip says no: in the step, in the console, in the record and on the command line in the same sentence, and why. */
class TheChipSaysNoTest {

    private static final int MOST_CLICKS = 5;
    private static final int COMMAND = 4;
    private static final int REASON = 7;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void fromARedStepToTheBitsThatDecideInFiveClicks() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        press("Step1. Gen Rotating key pair", 1);
        press("Step2. Authorize new key", 2);
        ForgedAuthority.sign(shop.model());
        OperationResult no = press("Step3. Validate Slot for Rotation", 3);
        assertEquals(ExitCode.REFUSED, no.exitCode());
        String sentence = no.message();
        isRed(sentence);
        Workshop.console(sentence);
        assertEquals(List.of(), otherWindows(), "no dialog with a code");
        Screenshot.take("chip-says-no");

        follow("Show in Transactions");
        String command = no.refusal().orElseThrow().command();
        Table commands = Find.byId(Desk.shell(), Table.class, "transactions");
        Await.until(command + " is selected",
                () -> commands.getSelectionCount() == 1 && commands.getSelection()[0].getText(COMMAND).equals(command));
        assertFalse(Ui.get(() -> commands.getSelection()[0].getText(REASON)).isEmpty());
        Screenshot.take("chip-says-no-transactions");

        follow("Why?");
        Table slots = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("slot 14 is selected", () -> slots.getSelectionIndex() == 14);
        Table bits = Find.byId(Desk.shell(), Table.class, "slot.bits");
        isMarked(Find.row(bits, 0, "SlotConfig.ReadKey"), true);
        isMarked(Find.row(bits, 0, "KeyConfig.PubInfo"), true);
        isMarked(Find.row(bits, 0, "KeyConfig.Lockable"), false);
        Screenshot.take("chip-says-no-why");
        System.out.println("From a new key to why the chip says no: " + robot.clicks() + " clicks");
        assertTrue(robot.clicks() <= MOST_CLICKS, robot.clicks() + " clicks");

        sameOnTheCommandLine(shop, sentence);
    }

    private OperationResult press(String step, int operation) {
        Button button = Find.button(Desk.shell(), step);
        Await.until(step + " can be pressed", button::isEnabled);
        robot.click(button);
        return Workshop.ended(operation);
    }

    private void follow(String words) {
        robot.follow(Find.one(Desk.shell(), Hyperlink.class, "saying " + words,
                link -> link.getText().equals(words)));
    }

    private static void isRed(String words) {
        Label sentence = Find.byId(Desk.shell(), Label.class, "rotation.UPDATE.sentence");
        Await.until("the step says " + words, () -> sentence.getText().startsWith("refused: " + words));
        Find.one(Desk.shell(), Label.class, "with the red icon", label -> "refused".equals(label.getToolTipText())
                && label.getImage() == Images.STATE_REFUSED.image());
    }

    private static void isMarked(TableItem bit, boolean decides) {
        Await.until(bit + (decides ? " is" : " is not") + " marked", () -> (bit.getImage(0) != null) == decides);
        assertEquals(decides, Ui.get(() -> (bit.getFont(0).getFontData()[0].getStyle() & SWT.BOLD) != 0));
    }

    private static List<String> otherWindows() {
        return Ui.get(() -> Stream.of(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell != Desk.window().getShell()).map(Shell::getText).toList());
    }

    /** The same board, the same project, the same forged signature, and nobody looks at the IDE. */
    private void sameOnTheCommandLine(Workshop shop, String sentence) throws Exception {
        CommandLineShell shell = new CommandLineShell(desk.home(), shop.project.folder());
        assertEquals(0, shell.run("rotate", "--step", "authorize").code());
        ForgedAuthority.sign(shop.model());
        CommandLineShell.Answer no = shell.run("rotate", "--step", "update");
        assertEquals(ExitCode.REFUSED.code(), no.code(), no::err);
        assertTrue(no.err().contains(sentence), () -> no.err() + " does not say: " + sentence);
    }
}
