package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.tools.Tool;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user says where boards and tools are, mistypes, is told, and goes back to how it was. */
class PreferencesTest {

    private static final String MAIN = "org.trustflex.ui.preferences";
    private static final String TOOLS = "org.trustflex.ui.preferences.tools";

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();
    @TempDir
    private Path folder;

    @AfterEach
    void leaveNoChoice() {
        set(Tool.OPENOCD.preference(), "");
    }

    @Test
    void theFolderOfSimulatedBoardsIsCheckedWhileItIsTypedAndCanBePutBack() {
        Shell dialog = open(MAIN);
        Text field = Find.byId(dialog, Text.class, WorkspaceBoards.HOME);
        Button apply = Find.button(dialog, "Apply");
        retype(field, "boards");
        says(dialog, "It is no absolute path.");
        Await.until("Apply is disabled", () -> !apply.isEnabled());
        Screenshot.take("preferences-boards-invalid");
        retype(field, folder.resolve("new").toString());
        robot.click(apply);
        assertEquals(folder.resolve("new").toString(), get(WorkspaceBoards.HOME));
        Screenshot.take("preferences-boards");
        robot.click(Find.button(dialog, "Restore Defaults"));
        assertEquals("", Ui.get(field::getText));
        robot.click(Find.button(dialog, "Apply and Close"));
        Await.until("the dialog is closed", dialog::isDisposed);
        assertEquals("", get(WorkspaceBoards.HOME));
    }

    @Test
    void aFileIsNoFolderForBoards() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Shell dialog = open(MAIN);
        retype(Find.byId(dialog, Text.class, WorkspaceBoards.HOME), file.toString());
        says(dialog, "There is no such folder, but a file.");
        robot.click(Find.button(dialog, "Cancel"));
    }

    @Test
    void aToolIsLookedForOrChosenAndThePageSaysWhatItFound() throws Exception {
        Path program = Files.createFile(folder.resolve("openocd"));
        Shell dialog = open(TOOLS);
        Text field = Find.byId(dialog, Text.class, Tool.OPENOCD.preference());
        Label finding = Find.byId(dialog, Label.class, Tool.OPENOCD.preference() + ".finding");
        Await.until("a first look has ended", () -> !finding.getText().isEmpty());
        Screenshot.take("preferences-tools");
        Button apply = Find.button(dialog, "Apply");
        retype(field, folder.resolve("nothing").toString());
        says(dialog, "There is no file " + folder.resolve("nothing"));
        Await.until("Apply is disabled", () -> !apply.isEnabled());
        Screenshot.take("preferences-tools-invalid");
        retype(field, program.toString());
        says(dialog, program + " is no program that can be run.");
        assertTrue(program.toFile().setExecutable(true));
        retype(field, program.toString());
        Await.until("the program is found", () -> finding.getText().equals("Found: " + program));
        robot.click(apply);
        assertEquals(program.toString(), get(Tool.OPENOCD.preference()));
        robot.click(Find.button(dialog, "Restore Defaults"));
        assertEquals("", Ui.get(field::getText));
        robot.click(Find.button(dialog, "Apply and Close"));
        Await.until("the dialog is closed", dialog::isDisposed);
        assertEquals("", get(Tool.OPENOCD.preference()));
    }

    private Shell open(String page) {
        Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(Desk.shell(), page, null, null).open());
        return Find.shell("Preferences");
    }

    private void retype(Text field, String text) {
        robot.click(field);
        Ui.run(() -> field.setText(""));
        robot.type(text);
        Await.until(text + " was typed", () -> field.getText().equals(text));
    }

    private static void says(Shell dialog, String beginning) {
        Await.until("the page says: " + beginning, () -> Find.controls(dialog, Control.class).stream()
                .anyMatch(control -> text(control).strip().startsWith(beginning)));
    }

    private static String text(Control control) {
        if (control instanceof Text text) {
            return text.getText();
        }
        return control instanceof Label label ? label.getText() : "";
    }

    private static String get(String preference) {
        return InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).get(preference, "");
    }

    private static void set(String preference, String value) {
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(preference, value);
    }
}
