package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** The Properties view says everything about what is selected. */
class PropertiesTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void boardElementAndSlotHaveProperties() throws Exception {
        SampleProject sample = SampleProject.create();
        Desk.show(IPageLayout.ID_PROP_SHEET);
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        BoardCatalog.shared().refresh();
        Await.jobs(TrustFlexJobs.SCAN);
        Tree boards = Find.byId(Desk.shell(), Tree.class, "boards");
        TreeItem board = Find.row(boards, sample.board().id());
        robot.click(board);
        awaitProperty("Id", sample.board().id());
        robot.click(Ui.get(() -> board.getItem(0)));
        awaitProperty("Serial number", sample.serialNumber());
        awaitProperty("I2C address", "0x6C (7-bit 0x36)");
        Desk.show(TrustFlexUi.SLOTS_VIEW);
        Table slots = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("slots are shown", () -> slots.getItemCount() == 16);
        robot.click(Find.row(slots, 0, "14"));
        awaitProperty("Purpose", "Rotating public key");
        awaitProperty("SlotConfig.WriteConfig", "0001 (bits 15:12)");
        Screenshot.take("properties-slot");
        assertTrue(Ui.get(() -> properties().getItemCount()) > 1);
    }

    private static Tree properties() {
        return Find.controls((Composite) Desk.shell(), Tree.class).stream()
                .filter(tree -> tree.getColumnCount() == 2 && tree.getColumn(0).getText().equals("Property"))
                .findFirst().orElse(null);
    }

    private static void awaitProperty(String name, String value) {
        Await.until(name + " is " + value, () -> {
            Tree tree = properties();
            return tree != null && Arrays.stream(tree.getItems()).anyMatch(item -> has(item, name, value));
        });
    }

    private static boolean has(TreeItem item, String name, String value) {
        return item.getText(0).equals(name) && item.getText(1).startsWith(value)
                || Arrays.stream(item.getItems()).anyMatch(below -> has(below, name, value));
    }
}
