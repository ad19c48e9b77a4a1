package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user who has no board yet makes simulated ones and gets rid of them again. */
class BoardsViewTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void anEmptyViewOffersToCreateABoardAndShowsItWithItsElement() {
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        Shell workbench = Desk.shell();
        Link offer = Find.link(workbench, "Create a simulated board");
        Screenshot.take("boards-empty");
        Await.until("the link is large enough to click", () -> offer.getSize().x > 100);
        Ui.run(offer::setFocus);
        robot.press(SWT.CR);
        Shell dialog = Find.shell("Create Simulated Board");
        Text proposed = Find.text(dialog);
        assertEquals("demo", Ui.get(proposed::getText));
        robot.click(Find.button(dialog, "OK"));
        Tree tree = Find.byId(workbench, Tree.class, "boards");
        TreeItem board = Find.row(tree, "sim:demo");
        assertEquals(3, Ui.get(board::getItemCount));
        Screenshot.take("boards-one");
        for (int i = 0; i < 3; i++) {
            int number = i;
            String element = Ui.get(() -> board.getItem(number).getText());
            assertTrue(element.startsWith("0123"), element);
        }
    }

    @Test
    void aNameThatIsTakenIsRefusedWhileItIsTyped() {
        createBoard();
        robot.click(Find.toolItem(Desk.shell(), "Create Simulated Board..."));
        Shell dialog = Find.shell("Create Simulated Board");
        Text name = Find.text(dialog);
        Ui.run(() -> {
            name.setText("");
            name.setFocus();
        });
        robot.type("demo");
        Button ok = Find.button(dialog, "OK");
        Await.until("OK is disabled", () -> !ok.isEnabled());
        robot.click(Find.button(dialog, "Cancel"));
    }

    @Test
    void deletingAsksWithTheSerialNumberAndTheDefaultIsNo() {
        createBoard();
        Tree tree = Find.byId(Desk.shell(), Tree.class, "boards");
        robot.click(Find.row(tree, "sim:demo"));
        robot.choose(tree, "Delete Simulated Board...");
        Shell question = Find.shell("Delete Simulated Board");
        Screenshot.take("boards-delete");
        assertEquals("No", Ui.get(() -> Find.plain(question.getDefaultButton().getText())));
        robot.click(Find.button(question, "Delete"));
        Await.until("the board is gone", () -> WorkspaceBoards.boards().simulated().names().isEmpty());
    }

    private void createBoard() {
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        robot.click(Find.toolItem(Desk.shell(), "Create Simulated Board..."));
        Shell dialog = Find.shell("Create Simulated Board");
        robot.click(Find.button(dialog, "OK"));
        Find.row(Find.byId(Desk.shell(), Tree.class, "boards"), "sim:demo");
    }
}
