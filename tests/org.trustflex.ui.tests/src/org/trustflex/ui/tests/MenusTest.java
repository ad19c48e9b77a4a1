package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Ui;

/** What a user finds in the context menu of a project. */
class MenusTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static Tree selected(IProject project) {
        CommonNavigator explorer = (CommonNavigator) Desk.show(ProjectExplorer.VIEW_ID);
        return Ui.get(() -> {
            explorer.selectReveal(new StructuredSelection(project));
            return explorer.getCommonViewer().getTree();
        });
    }

    @Test
    void configureMakesATrustFlexProjectOfOneThatIsThere() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("firmware");
        project.create(null);
        project.open(null);
        robot.chooseByKeys(selected(project), "Configure", "Add TrustFLEX Nature");
        Overview.opened("firmware");
        assertTrue(project.hasNature(TrustFlexNature.ID));
    }

    @Test
    void runAsGeneratesResourcesAndThenRotates() throws Exception {
        Workshop shop = Workshop.create();
        robot.chooseByKeys(selected(shop.project.project()), "Run As", "TrustFLEX Resources");
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        robot.chooseByKeys(selected(shop.project.project()), "Run As", "TrustFLEX Key Rotation");
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode());
        Workshop.console("Verified the Rotating Public key");
    }

    @Test
    void theSubmenuOfAProjectOpensTheWizards() throws Exception {
        Workshop shop = Workshop.create();
        robot.chooseByKeys(selected(shop.project.project()), "TrustFLEX", "Generate Resources...");
        robot.click(Find.button(
                Find.shell("Generate Resources"), "Cancel"));
    }
}
