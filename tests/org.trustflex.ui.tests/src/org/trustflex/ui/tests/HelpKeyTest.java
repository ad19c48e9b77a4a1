package org.trustflex.ui.tests;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.forms.widgets.FormText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.tools.Tool;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.projects.ImportSuiteWizard;
import org.trustflex.ui.projects.NewProjectWizard;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Dialogs;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** Whoever presses the key for help in a view, a wizard, a launch tab or the preferences reads about that part. */
class HelpKeyTest {

    private static final String HELP_VIEW = "org.eclipse.help.ui.HelpView";
    private static final int MOST_PRESSES = 3;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @AfterEach
    void closeHelp() {
        Ui.run(() -> Desk.page().hideView(Desk.page().findView(HELP_VIEW)));
    }

    /**
     * Presses the key for help, which is Ctrl+F1 with GTK, and waits for the first topic of a help context to be shown. Like
     * everybody, presses it again where nothing
     * comes of it: a window that has just opened may not have noticed.
     */
    private FormText help(Composite root, String context) {
        String topic = HelpSystem.getContext(TrustFlexUi.PLUGIN_ID + "." + context).getRelatedTopics()[0].getLabel();
        for (int presses = 0; presses < MOST_PRESSES && !Await.soon(() -> isShown(root, topic)); presses++) {
            Await.until("something there has the focus", () -> {
                Control focus = Ui.display().getFocusControl();
                return focus != null && focus.getShell() == root.getShell();
            });
            robot.press(SWT.CTRL, SWT.F1);
        }
        return Find.one(root, FormText.class, "about " + context, text -> words(text).contains(topic));
    }

    private static boolean isShown(Composite root, String topic) {
        return Find.controls(root, FormText.class).stream().anyMatch(text -> words(text).contains(topic));
    }

    /** What a screen reader would read of it; there is no other way to its words. */
    private static String words(FormText text) {
        try {
            Field model = FormText.class.getDeclaredField("model");
            model.setAccessible(true);
            Method read = model.getType().getDeclaredMethod("getAccessibleText");
            read.setAccessible(true);
            return String.valueOf(read.invoke(model.get(text)));
        } catch (ReflectiveOperationException other) {
            throw new AssertionError(other);
        }
    }

    @ParameterizedTest
    @CsvSource({ "boards, boards_view", "slots, slots_view", "rotation, rotation_view",
            "transactions, transactions_view" })
    void inAView(String view, String context) throws Exception {
        Workshop.create();
        Ui.run(() -> Desk.page().showView(TrustFlexUi.PLUGIN_ID + "." + view).setFocus());
        help(Desk.shell(), context);
    }

    @Test
    void inTheWizardsForProjects() throws Exception {
        assertWizard(NewProjectWizard::new, "New TrustFLEX Project", "new_project_wizard");
        assertWizard(ImportSuiteWizard::new, "Import Design Suite Folder", "import_suite_wizard");
    }

    private void assertWizard(Supplier<IWorkbenchWizard> maker, String title, String context) {
        Dialogs.wizard(maker);
        Shell wizard = Find.shell(title);
        help(wizard, context);
        Screenshot.take("help-" + context);
        robot.click(Find.button(wizard, "Cancel"));
    }

    @ParameterizedTest
    @CsvSource({ "generateResources, Generate Resources, generate_resources",
            "generateCertificates, Generate Certificates, generate_certificates",
            "generateManifest, Generate Manifest, generate_manifest", "rotate, Rotate Key, rotate_key" })
    void inTheWizardOfAnOperation(String command, String title, String context) throws Exception {
        Workshop.create().withResources();
        Workshop.command(TrustFlexUi.PLUGIN_ID + "." + command);
        Shell wizard = Find.shell(title);
        help(wizard, context);
        robot.click(Find.button(wizard, "Cancel"));
    }

    @ParameterizedTest
    @CsvSource({ LaunchAttributes.RESOURCES_TYPE + ", launch_resources",
            LaunchAttributes.ROTATION_TYPE + ", launch_rotation" })
    void inTheTabOfALaunchType(String type, String context) throws Exception {
        Workshop shop = Workshop.create();
        ILaunchConfiguration configuration = DefaultConfigurations.findOrCreate(shop.project, type);
        Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Desk.shell(),
                new StructuredSelection(configuration), "org.eclipse.debug.ui.launchGroup.run"));
        Shell dialog = Find.shell("Run Configurations");
        robot.click(Find.byId(dialog, Text.class, "launch.project"));
        help(dialog, context);
        Screenshot.take("help-" + context);
    }

    @Test
    void inThePreferences() {
        assertPreferences("preferences", WorkspaceBoards.HOME, "preferences_boards");
        assertPreferences("preferences.tools", Tool.OPENOCD.preference(), "preferences_tools");
    }

    private void assertPreferences(String page, String field, String context) {
        Ui.start(() -> PreferencesUtil
                .createPreferenceDialogOn(Desk.shell(), TrustFlexUi.PLUGIN_ID + "." + page, null, null).open());
        Shell dialog = Find.shell("Preferences");
        robot.click(Find.byId(dialog, Text.class, field));
        help(dialog, context);
        Screenshot.take("help-" + context);
        robot.click(Find.button(dialog, "Cancel"));
    }
}
