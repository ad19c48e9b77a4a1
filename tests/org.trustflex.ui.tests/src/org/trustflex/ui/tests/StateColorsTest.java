package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.trustflex.ui.StateColor;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Theme;
import org.trustflex.ui.tests.robot.Ui;

/** What has a colour can be read in the theme of this run. */
class StateColorsTest {

    @RegisterExtension
    private final Desk desk = new Desk();

    @Test
    void everyStateCanBeReadAndViewersSeeTheSameColour() throws Exception {
        damagedBoard();
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        BoardCatalog.shared().refresh();
        Tree tree = Find.byId(Desk.shell(), Tree.class, "boards");
        Find.row(tree, folderName());
        Screenshot.take("boards-problem");
        canBeRead(tree);
    }

    /** On the ground of this control each colour of a state has contrast enough, and viewers use the same colours. */
    static void canBeRead(Control ground) {
        Await.until("the colours can be read", () -> Arrays.stream(StateColor.values())
                .allMatch(state -> Theme.contrast(state.color().getRGB(),
                        ground.getBackground().getRGB()) >= Theme.READABLE));
        assertAll(Arrays.stream(StateColor.values()).map(StateColorsTest::seenByViewers));
    }

    private void damagedBoard() throws Exception {
        Files.createDirectories(desk.home().resolve("boards/torn"));
        Files.writeString(desk.home().resolve("boards/torn/board.json"), "{");
    }

    private String folderName() {
        return desk.home().resolve("boards/torn").toString();
    }

    private static Executable seenByViewers(StateColor state) {
        return () -> assertTrue(Ui.get(() -> state.color().getRGB().equals(
                JFaceResources.getColorRegistry().getRGB(state.id()))), state.id());
    }
}
