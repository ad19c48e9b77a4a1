package org.trustflex.ui.tests;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.tools.Tool;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Theme;
import org.trustflex.ui.tests.robot.Ui;

/**
 * What we show can be read in the dark theme too. The last of all tests: the platform needs a new start to come back from
 * it, and until then its windows are partly dark.
 */
@Order(Integer.MAX_VALUE)
class DarkThemeTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @BeforeEach
    void lightsOff() {
        Theme.DARK.use();
    }

    @Test
    void statesAndBoardsCanBeRead() throws Exception {
        WorkspaceBoards.boards().simulated().create("demo", SimulatedBoardOptions.defaults());
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        BoardCatalog.shared().refresh();
        Tree tree = Find.byId(Desk.shell(), Tree.class, "boards");
        Find.row(tree, "sim:demo");
        StateColorsTest.canBeRead(tree);
        Screenshot.take("dark-boards");
    }

    @Test
    void preferencesCanBeRead() {
        read("org.trustflex.ui.preferences", "dark-preferences-boards");
        read("org.trustflex.ui.preferences.tools", "dark-preferences-tools");
    }

    private void read(String page, String picture) {
        Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(Desk.shell(), page, null, null).open());
        Shell dialog = Find.shell("Preferences");
        if (page.endsWith("tools")) {
            Label finding = Find.byId(dialog, Label.class, Tool.MPLAB_IPE.preference() + ".finding");
            Await.until("a first look has ended", () -> !finding.getText().isEmpty());
        }
        Await.until("no label is cut off", () -> Find.controls(dialog, Label.class).stream()
                .filter(label -> (label.getStyle() & SWT.SEPARATOR) == 0).allMatch(DarkThemeTest::fits));
        Screenshot.take(picture);
        robot.click(Find.button(dialog, "Cancel"));
        Await.until("the dialog is closed", dialog::isDisposed);
    }

    private static boolean fits(Label label) {
        Point size = label.getSize();
        return label.computeSize(size.x, SWT.DEFAULT).y <= size.y;
    }
}
