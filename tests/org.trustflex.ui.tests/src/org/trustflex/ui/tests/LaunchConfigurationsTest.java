package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;

import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.ui.launch.OperationShortcut;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** Each launch type by its dialog and by its shortcut, and the questions that a launch asks. */
class LaunchConfigurationsTest {

    private static final String GROUP = "org.eclipse.debug.core.groups.GroupLaunchConfigurationType";
    private static final String NO_SERIAL = "0123FFFFFFFFFFFF01";

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static Shell openDialog() {
        Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Desk.shell(), new StructuredSelection(),
                "org.eclipse.debug.ui.launchGroup.run"));
        return Find.shell("Run Configurations");
    }

    private Shell createInDialog(String type) {
        Shell dialog = openDialog();
        Tree types = Find.one(dialog, Tree.class, "of types", tree -> tree.getItemCount() > 1);
        TreeItem item = Find.row(types, type);
        robot.click(item);
        robot.click(Find.toolItem(dialog, "New launch configuration"));
        Find.button(dialog, "Run");
        return dialog;
    }

    private static void says(Shell dialog, String part) {
        Find.one(dialog, Text.class, "saying " + part,
                text -> text.getText().replaceAll("\\s+", " ").contains(part));
    }

    @Test
    void resourcesByTheDialog() throws Exception {
        Workshop shop = Workshop.create();
        Shell dialog = createInDialog("TrustFLEX Resources");
        Text project = Find.byId(dialog, Text.class, "launch.project");
        assertEquals("blinky", Ui.get(project::getText));
        Screenshot.take("launch-resources");
        robot.click(Find.button(dialog, "Custom certificates"));
        says(dialog, "The organisation name is empty");
        Screenshot.take("launch-resources-refused");
        robot.click(Find.byId(dialog, Text.class, "organization"));
        robot.type("acme");
        robot.click(Find.button(dialog, "Generate manifest"));
        Button run = Find.button(dialog, "Run");
        Await.until("it can run", run::isEnabled);
        robot.click(run);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        assertTrue(Files.exists(shop.resource("TFLXTLS_devices_manifest.json")));
        ILaunchConfiguration saved = Workshop.manager().getLaunchConfigurations()[0];
        assertEquals("blinky TrustFLEX Resources", saved.getName());
        Screenshot.take("launch-resources-ended");
    }

    @Test
    void rotationByTheDialogPinnedToTheElementThatIsThere() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Shell dialog = createInDialog("TrustFLEX Key Rotation");
        robot.click(Find.button(dialog, "Only the secure element"));
        says(dialog, "Type the secure element's serial number");
        robot.click(Find.button(dialog, "Pin Now"));
        Text serial = Find.byId(dialog, Text.class, "launch.serial");
        Await.until("the serial number is there", () -> serial.getText().equals(shop.serialNumber()));
        robot.click(Find.button(dialog, "Only these steps"));
        says(dialog, "Choose at least one step");
        Screenshot.take("launch-rotation-refused");
        robot.click(Find.button(dialog, "Step1. Gen Rotating key pair"));
        Screenshot.take("launch-rotation");
        Button run = Find.button(dialog, "Run");
        Await.until("it can run", run::isEnabled);
        robot.click(run);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        assertTrue(Files.exists(shop.model().rotationFolder().resolve("pending/slot_14_ecc_key_pair.pem")));
    }

    @Test
    void aShortcutMakesAConfigurationOnceAndRunsItAgain() throws Exception {
        Workshop shop = Workshop.create();
        ILaunchShortcut shortcut = new OperationShortcut.Resources();
        StructuredSelection selection = new StructuredSelection(shop.project.file());
        Ui.start(() -> shortcut.launch(selection, ILaunchManager.RUN_MODE));
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Ui.start(() -> shortcut.launch(selection, ILaunchManager.RUN_MODE));
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
        assertEquals(1, Workshop.manager().getLaunchConfigurations().length);
        Ui.start(() -> new OperationShortcut.Rotation().launch(selection, ILaunchManager.RUN_MODE));
        assertEquals(ExitCode.DONE, Workshop.ended(3).exitCode());
        Workshop.console("Verified the Rotating Public key");
    }

    @Test
    void aLaunchAsksForTheBoardThatItsProjectHasNot() throws Exception {
        Workshop shop = Workshop.unbound();
        Ui.start(() -> new OperationShortcut.Resources().launch(new StructuredSelection(shop.project.project()),
                ILaunchManager.RUN_MODE));
        Button ok = Find.button(Find.shell("Choose Board"), "OK");
        Await.until("the only board is selected", ok::isEnabled);
        robot.click(ok);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
    }

    @Test
    void anotherElementThanThePinnedOneIsAQuestionWhoseDefaultIsNo() throws Exception {
        Workshop shop = Workshop.create().withResources();
        ILaunchConfiguration pinned = pinned(shop, false);
        Ui.start(() -> DebugUITools.launch(pinned, ILaunchManager.RUN_MODE));
        Shell question = Find.shell("Another Secure Element");
        Screenshot.take("launch-other-element");
        assertEquals("No", Ui.get(() -> Find.plain(question.getDefaultButton().getText())));
        robot.click(Find.button(question, "No"));
        assertEquals(ExitCode.NO_LINK, Workshop.ended(1).exitCode());
        assertFalse(Files.exists(shop.model().rotationFolder().resolve("pending")));
    }

    @Test
    void aConfigurationThatNobodySeesAsksNothing() throws Exception {
        Workshop shop = Workshop.create().withResources();
        ILaunchConfiguration pinned = pinned(shop, true);
        Ui.start(() -> DebugUITools.launch(pinned, ILaunchManager.RUN_MODE));
        assertEquals(ExitCode.NO_LINK, Workshop.ended(1).exitCode());
    }

    /** The group does not wait for its members: the board's rule keeps their order. */
    @Test
    void aGroupMakesResourcesAndThenRotates() throws Exception {
        Workshop shop = Workshop.create();
        ILaunchConfigurationWorkingCopy group = Workshop.manager().getLaunchConfigurationType(GROUP)
                .newInstance(null, "all");
        int number = 0;
        for (String type : List.of(LaunchAttributes.RESOURCES_TYPE, LaunchAttributes.ROTATION_TYPE)) {
            ILaunchConfiguration member = DefaultConfigurations.findOrCreate(shop.project, type);
            String prefix = "org.eclipse.debug.core.launchGroup." + number++ + ".";
            group.setAttribute(prefix + "name", member.getName());
            group.setAttribute(prefix + "action", "NONE");
            group.setAttribute(prefix + "adoptIfRunning", false);
            group.setAttribute(prefix + "enabled", true);
            group.setAttribute(prefix + "mode", ILaunchManager.RUN_MODE);
        }
        group.doSave();
        Shell dialog = openDialog();
        robot.click(Find.row(Find.one(dialog, Tree.class, "of types", tree -> tree.getItemCount() > 1), "all"));
        Button run = Find.button(dialog, "Run");
        Await.until("it can run", run::isEnabled);
        robot.click(run);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
        assertEquals(List.of("Key generation - Success", "Verified the Rotating Public key"), Workshop.lastLines());
    }

    private static ILaunchConfiguration pinned(Workshop shop, boolean unseen) throws Exception {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(shop.project,
                LaunchAttributes.ROTATION_TYPE);
        copy.setAttribute(LaunchAttributes.SERIAL_NUMBER, NO_SERIAL);
        copy.setAttribute(LaunchAttributes.PRIVATE, unseen);
        return copy.doSave();
    }
}
