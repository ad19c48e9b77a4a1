package org.trustflex.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.board.ElementDescription;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;

/** The Properties view says everything about what is selected. */
class PropertiesTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void aBoardAndEachOfItsElementsHaveProperties() throws Exception {
        SampleProject sample = SampleProject.create();
        Desk.show(IPageLayout.ID_PROP_SHEET);
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        BoardCatalog.shared().refresh();
        Await.jobs(TrustFlexJobs.SCAN);
        Tree boards = Find.byId(Desk.shell(), Tree.class, "boards");
        select(boards, sample.board().id());
        awaitProperty("Id", sample.board().id());
        for (ElementDescription element : sample.board().description().elements()) {
            select(boards, element.serialNumber().toString());
            awaitProperty("Serial number", element.serialNumber().toString());
            awaitProperty("Part", element.part());
            awaitProperty("I2C address", String.format("0x%02X (7-bit 0x%02X)", element.i2cAddress(),
                    element.i2cAddress() >> 1));
        }
        Screenshot.take("properties-element");
    }

    @Test
    void aSlotHasPropertiesDownToTheBitsOfItsPolicy() throws Exception {
        SampleProject.create();
        Desk.show(IPageLayout.ID_PROP_SHEET);
        Desk.show(TrustFlexUi.SLOTS_VIEW);
        Table slots = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("slots are shown", () -> slots.getItemCount() == 16);
        Await.jobs(TrustFlexJobs.SLOTS);
        robot.click(Find.row(slots, 0, "14"));
        Await.until("slot 14 is selected", () -> slots.getSelectionIndex() == 14);
        awaitProperty("Purpose", "Rotating public key");
        awaitProperty("SlotConfig.WriteConfig", "0001 (bits 15:12)");
        Screenshot.take("properties-slot");
    }

    /** The rows move while boards are still being looked for: a click that hit another row is done again. */
    private void select(Tree tree, String beginning) {
        for (boolean selected = false; !selected;) {
            TreeItem row = Find.row(tree, beginning);
            robot.click(row);
            selected = Await.soon(() -> Stream.of(tree.getSelection()).anyMatch(item -> item.getText()
                    .startsWith(beginning)));
        }
    }

    private static void awaitProperty(String name, String value) {
        Await.until(name + " is " + value, () -> properties().anyMatch(item -> has(item, name, value)));
    }

    /** The property sheet's rows; a group that has been closed is opened. */
    private static Stream<TreeItem> properties() {
        List<Tree> sheets = Find.controls(Desk.shell(), Tree.class).stream()
                .filter(tree -> tree.getColumnCount() == 2 && tree.getColumn(0).getText().equals("Property")).toList();
        return sheets.stream().flatMap(tree -> Arrays.stream(tree.getItems())).flatMap(PropertiesTest::withBelow);
    }

    private static Stream<TreeItem> withBelow(TreeItem item) {
        if (!item.getExpanded() && item.getItemCount() > 0) {
            item.setExpanded(true);
            Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Expand, event);
        }
        return Stream.concat(Stream.of(item), Arrays.stream(item.getItems()).flatMap(PropertiesTest::withBelow));
    }

    private static boolean has(TreeItem item, String name, String value) {
        return item.getText(0).equals(name) && item.getText(1).startsWith(value);
    }
}
