package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Ui;

/** A user makes a TrustFLEX project of one that is there. */
class NatureTest {

    private static final String COMMAND = "org.trustflex.ui.addNature";

    @RegisterExtension
    private final Desk desk = new Desk();

    private static IProject firmware() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("firmware");
        project.create(null);
        project.open(null);
        return project;
    }

    private static void select(IProject project) {
        ProjectExplorer explorer = (ProjectExplorer) Desk.show(ProjectExplorer.VIEW_ID);
        Ui.run(() -> {
            explorer.setFocus();
            explorer.getCommonViewer().setSelection(new StructuredSelection(project));
        });
    }

    private static boolean offered() throws Exception {
        return Desk.window().getService(ICommandService.class).getCommand(COMMAND).isEnabled();
    }

    @Test
    void configureAddsTheNatureAndOpensTheOverview() throws Exception {
        IProject project = firmware();
        select(project);
        Await.until("Add TrustFLEX Nature is offered", NatureTest::offered);
        Ui.run(() -> Desk.window().getService(IHandlerService.class).executeCommand(COMMAND, null));
        Await.jobs(TrustFlexJobs.PROJECT);
        Overview.opened("firmware");
        assertTrue(project.hasNature(TrustFlexNature.ID));
        assertTrue(project.getFile("project.trustflex").exists());
        select(project);
        Await.until("it is not offered twice", () -> !offered());
        assertFalse(project.getDescription().getBuildSpec().length == 0, "its files are checked from now on");
    }
}
