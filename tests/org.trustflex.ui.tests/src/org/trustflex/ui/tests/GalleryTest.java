package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.ElementFacts;
import org.trustflex.ui.overview.OpenOverviewHandler;
import org.trustflex.ui.projects.ImportSuiteWizard;
import org.trustflex.ui.projects.NewProjectWizard;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Dialogs;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Theme;
import org.trustflex.ui.tests.robot.Ui;

/**
 * Every view, editor section, wizard page, launch tab and preference page once, as it looks in the theme that the workbench
 * was started with: kept as pictures, and every text in it has contrast enough to be read.
 */
class GalleryTest {

    private static final int DETAIL_TABS = 4;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();
    private final List<String> unreadable = new ArrayList<>();

    @BeforeEach
    void theThemeIsTheOneThatWasAskedFor() {
        assertEquals(Theme.valueOf(System.getProperty("trustflex.theme", Theme.LIGHT.name())), Theme.current());
    }

    @AfterEach
    void everythingCouldBeRead() {
        assertEquals(List.of(), unreadable, "texts without contrast enough");
    }

    private void show(Shell window, String name) {
        Screenshot.take(Theme.current().name().toLowerCase(Locale.ROOT) + "-" + name);
        Theme.unreadable(window).forEach(text -> unreadable.add(name + ": " + text));
    }

    private static void overview(SampleProject sample) {
        Ui.run(() -> OpenOverviewHandler.open(Desk.page(), sample.project()));
        Overview.opened(sample.project().name());
    }

    @Test
    void theViewsOfAFinishedProject() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        sample.rotate();
        overview(sample);
        Desk.show(TrustFlexUi.BOARDS_VIEW);
        Desk.show(TrustFlexUi.ROTATION_VIEW);
        Desk.show(TrustFlexUi.SLOTS_VIEW);
        Table slots = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("16 slots", () -> slots.getItemCount() == 16);
        Await.jobs(TrustFlexJobs.SLOTS);
        show(Desk.shell(), "perspective");
        robot.click(Find.row(slots, 0, "14"));
        Workshop.command("org.trustflex.ui.slots.details");
        CTabFolder tabs = Find.byId(Desk.shell(), CTabFolder.class, "slot.tabs");
        for (int tab = 0; tab < DETAIL_TABS; tab++) {
            int shown = tab;
            Ui.run(() -> tabs.setSelection(shown));
            show(Desk.shell(), "slot-details-" + tab);
        }
        Workshop.command("org.trustflex.ui.slots.details");
        Desk.show(TrustFlexUi.TRANSACTIONS_VIEW);
        Await.until("commands", () -> Find.byId(Desk.shell(), Table.class, "transactions").getItemCount() > 0);
        show(Desk.shell(), "transactions");
        for (String view : List.of(IConsoleConstants.ID_CONSOLE_VIEW, IPageLayout.ID_PROBLEM_VIEW,
                IPageLayout.ID_PROP_SHEET)) {
            Desk.show(view);
            show(Desk.shell(), view.substring(view.lastIndexOf('.') + 1));
        }
    }

    @Test
    void theViewsBeforeAnythingIsThere() {
        for (String view : List.of(TrustFlexUi.BOARDS_VIEW, TrustFlexUi.ROTATION_VIEW, TrustFlexUi.TRANSACTIONS_VIEW,
                TrustFlexUi.SLOTS_VIEW)) {
            Desk.show(view);
        }
        show(Desk.shell(), "empty");
    }

    @Test
    void theOverviewOfANewProject() throws Exception {
        overview(SampleProject.create());
        show(Desk.shell(), "overview-new");
    }

    @Test
    void theWizardsOfAProject() throws Exception {
        Workshop.create().withResources();
        for (String command : List.of("generateResources", "generateCertificates", "generateManifest", "rotate")) {
            Workshop.command("org.trustflex.ui." + command);
            Shell wizard = Await.found("a wizard", () -> Ui.display().getActiveShell() == Desk.shell() ? null
                    : Ui.display().getActiveShell());
            Button cancel = Find.button(wizard, "Cancel");
            if (command.equals("generateCertificates")) {
                show(wizard, command + "-first");
                robot.click(Find.button(wizard, "Next >"));
            }
            Await.until("Finish is enabled", () -> Find.button(wizard, "Finish").isEnabled());
            show(wizard, command);
            robot.click(cancel);
            Await.until("closed", wizard::isDisposed);
        }
    }

    @Test
    void theWizardsThatMakeProjects() {
        Dialogs.wizard(NewProjectWizard::new);
        Shell wizard = Find.shell("New TrustFLEX Project");
        robot.type("lamp");
        show(wizard, "new-project");
        robot.click(Find.button(wizard, "Next >"));
        show(wizard, "new-project-last");
        robot.click(Find.button(wizard, "Cancel"));
        Await.until("closed", wizard::isDisposed);
        Dialogs.wizard(ImportSuiteWizard::new);
        Shell suite = Find.shell("Import Design Suite Folder");
        show(suite, "import-suite");
        robot.click(Find.button(suite, "Cancel"));
    }

    @Test
    void theLaunchTabs() throws Exception {
        Workshop.create();
        for (String type : List.of("TrustFLEX Resources", "TrustFLEX Key Rotation")) {
            Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Desk.shell(), new StructuredSelection(),
                    "org.eclipse.debug.ui.launchGroup.run"));
            Shell dialog = Find.shell("Run Configurations");
            Tree types = Find.one(dialog, Tree.class, "of types", tree -> tree.getItemCount() > 1);
            robot.click(Find.row(types, type));
            robot.click(Find.toolItem(dialog, "New launch configuration"));
            Find.button(dialog, "Run");
            show(dialog, "launch-" + type.substring(type.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
            Ui.run(dialog::close);
            Workshop.forgetLaunches();
        }
    }

    @Test
    void thePreferences() {
        for (String page : List.of("org.trustflex.ui.preferences", "org.trustflex.ui.preferences.tools")) {
            Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(Desk.shell(), page, null, null).open());
            Shell dialog = Find.shell("Preferences");
            show(dialog, page.substring(page.lastIndexOf('.') + 1));
            robot.click(Find.button(dialog, "Cancel"));
            Await.until("closed", dialog::isDisposed);
        }
    }

    @Test
    void fiveRefreshesWhateverHasTheFocus() throws Exception {
        SampleProject sample = SampleProject.create();
        overview(sample);
        for (String view : List.of(TrustFlexUi.SLOTS_VIEW, TrustFlexUi.ROTATION_VIEW)) {
            Desk.show(view);
            assertF5Reads(sample, view);
        }
        Ui.run(() -> Desk.page().activate(Desk.page().getActiveEditor()));
        assertF5Reads(sample, "the overview");
    }

    /** A key is pressed, and the board's element is read again. */
    private void assertF5Reads(SampleProject sample, String where) {
        Await.jobs(TrustFlexJobs.SLOTS);
        Optional<Instant> before = readAt(sample);
        robot.press(SWT.F5);
        Await.until("F5 in " + where + " reads the element again", () -> !readAt(sample).equals(before));
    }

    private static Optional<Instant> readAt(SampleProject sample) {
        return ElementCatalog.shared().facts(sample.board().id()).map(ElementFacts::readAt);
    }
}
