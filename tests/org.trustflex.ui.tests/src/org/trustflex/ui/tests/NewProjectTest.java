package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user who has nothing yet makes a first project. */
class NewProjectTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private Shell openWizard() {
        Hyperlink offer = Find.one(Desk.shell(), Hyperlink.class, "that offers a project",
                link -> link.getText().equals("Create a TrustFLEX project"));
        Screenshot.take("explorer-empty");
        robot.follow(offer);
        return Find.shell("New TrustFLEX Project");
    }

    private static Text name(Shell wizard) {
        return Find.byId(wizard, Text.class, "project name");
    }

    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    private static void assertNothingWritten(Desk desk) throws Exception {
        assertEquals(0, ResourcesPlugin.getWorkspace().getRoot().getProjects().length);
        assertFalse(Files.exists(desk.home().resolve("boards")), "no board is made before Finish");
    }

    @Test
    void oneClickOneNameAndEnterMakeAProjectWithABoardAndItsOverview() throws Exception {
        Shell wizard = openWizard();
        Await.until("the name has the focus", () -> name(wizard).isFocusControl());
        assertEquals("demo", Ui.get(Find.byId(wizard, Text.class, "board name")::getText));
        Screenshot.take("new-project-empty");
        robot.type("lamp");
        assertNothingWritten(desk);
        Screenshot.take("new-project");
        robot.press(SWT.CR);
        Await.until("the wizard closes", wizard::isDisposed);
        Overview overview = Overview.opened("lamp");
        overview.awaitState("BOARD", "done");
        assertEquals("sim:demo", overview.text("BOARD.disk"));
        assertTrue(overview.text("BOARD.device").startsWith("0123"), overview.text("BOARD.device"));
        assertEquals("ready", overview.text("RESOURCES.state"));
        assertEquals("waits", overview.text("ROTATION.state"));
        assertTrue(project("lamp").hasNature(TrustFlexNature.ID));
        assertEquals(Optional.of("sim:demo"), WorkspaceBoards.boardOf(project("lamp")));
        assertEquals(1, robot.clicks(), "of the 12 that the first ten minutes may take");
        Screenshot.take("overview-new");
    }

    @Test
    void theLastPageListsWhatWillBeWritten() throws Exception {
        Shell wizard = openWizard();
        robot.type("lamp");
        robot.click(Find.button(wizard, "Next >"));
        String summary = Ui.get(Find.byId(wizard, Text.class, "summary")::getText);
        Screenshot.take("new-project-summary");
        assertTrue(summary.contains("/lamp with"), summary);
        assertTrue(summary.contains("project.trustflex"), summary);
        assertTrue(summary.contains("sim:demo"), summary);
        assertTrue(summary.contains("Nothing is written to a secure element"), summary);
        assertNothingWritten(desk);
        robot.click(Find.button(wizard, "Cancel"));
        Await.until("the wizard closes", wizard::isDisposed);
        assertNothingWritten(desk);
    }

    @Test
    void thePageSaysWhyItCannotGoOn() {
        project("taken");
        Shell wizard = openWizard();
        Button finish = Find.button(wizard, "Finish");
        assertFalse(Ui.get(finish::isEnabled));
        assertTrue(Overview.says(wizard, "Type a name for the project."));
        robot.type("a/b");
        Await.until("the name is refused", () -> Overview.sees(wizard, "/ is an invalid character"));
        assertFalse(Ui.get(finish::isEnabled));
        Text board = Find.byId(wizard, Text.class, "board name");
        Ui.run(() -> name(wizard).setText("lamp"));
        Ui.run(() -> board.setText("no good"));
        Await.until("Finish is disabled", () -> !finish.isEnabled());
        Screenshot.take("new-project-refused");
        robot.click(Find.byId(wizard, Button.class, "board later"));
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(Find.byId(wizard, Button.class, "board existing"));
        Await.until("there is no board to use", () -> Overview.sees(wizard, "There is no board to use."));
        robot.click(Find.button(wizard, "Cancel"));
    }

    @Test
    void whoDecidesLaterIsOfferedToChooseInTheOverview() throws Exception {
        Shell wizard = openWizard();
        robot.type("lamp");
        robot.click(Find.byId(wizard, Button.class, "board later"));
        robot.click(Find.button(wizard, "Finish"));
        Overview overview = Overview.opened("lamp");
        overview.awaitState("BOARD", "ready");
        Screenshot.take("overview-no-board");
        robot.follow(overview.next("BOARD"));
        Shell chooser = Find.shell("Choose Board");
        Screenshot.take("board-chooser-empty");
        Await.until("boards were searched for", () -> Overview.sees(chooser, "No board is plugged in"));
        assertFalse(Ui.get(Find.button(chooser, "OK")::isEnabled));
        robot.click(Find.button(chooser, "Create Simulated Board..."));
        robot.click(Find.button(Find.shell("Create Simulated Board"), "OK"));
        Button ok = Find.button(chooser, "OK");
        Await.until("the new board is selected", ok::isEnabled);
        Screenshot.take("board-chooser");
        robot.click(ok);
        overview.awaitState("BOARD", "done");
        assertEquals(Optional.of("sim:demo"), WorkspaceBoards.boardOf(project("lamp")));
        WorkspaceBoards.unbind(project("lamp"));
        overview.awaitState("BOARD", "ready");
    }

    @Test
    void theFileCanStillBeEditedAsText() throws Exception {
        openWizard();
        robot.type("lamp");
        robot.press(SWT.CR);
        Overview.opened("lamp");
        IEditorPart text = Ui.get(() -> org.eclipse.ui.ide.IDE.openEditor(Desk.page(),
                project("lamp").getFile("project.trustflex"), "org.eclipse.ui.DefaultTextEditor"));
        assertFalse(Ui.get(text::isDirty));
        List<String> open = Ui.get(() -> List.of(Desk.page().getEditorReferences()).stream()
                .map(reference -> reference.getId()).toList());
        assertTrue(open.contains(TrustFlexUi.OVERVIEW_EDITOR), open.toString());
    }
}
