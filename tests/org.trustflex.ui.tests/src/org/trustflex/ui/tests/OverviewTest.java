package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.ui.overview.OpenOverviewHandler;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** What the overview says of a project on its way, without being asked again. */
class OverviewTest {

    @RegisterExtension
    private final Desk desk = new Desk();

    private static Overview open(SampleProject sample) {
        Ui.run(() -> OpenOverviewHandler.open(Desk.page(), sample.project()));
        return Overview.opened(sample.project().name());
    }

    private static IFile resource(SampleProject sample, String name) {
        return sample.project().file(new Project(sample.project().folder()).resourcesFolder().resolve(name))
                .orElseThrow();
    }

    private static void manifest(SampleProject sample) throws Exception {
        sample.run(List.of((source, monitor) -> new ManifestGeneration(sample.project().model(), new SecureRandom(),
                Clock.systemUTC()).create(source, monitor)));
    }

    @Test
    void itFollowsTheOperationsFromReadyToDone() throws Exception {
        SampleProject sample = SampleProject.create();
        Overview overview = open(sample);
        overview.awaitState("BOARD", "done");
        assertEquals(sample.serialNumber(), overview.text("BOARD.device"));
        assertEquals("Generate Resources...", Ui.get(overview.next("RESOURCES")::getText));
        sample.provision();
        overview.awaitText("RESOURCES.device", "6 of 6 slots match");
        overview.awaitState("CERTIFICATES", "done");
        assertEquals("6 of 6 key files", overview.text("RESOURCES.disk"));
        assertEquals("certificate matches", overview.text("CERTIFICATES.device"));
        overview.awaitState("MANIFEST", "ready");
        manifest(sample);
        overview.awaitState("MANIFEST", "done");
        overview.awaitText("MANIFEST.device", "agrees");
        sample.rotate();
        overview.awaitState("ROTATION", "done");
        assertEquals("slot 14 valid", overview.text("ROTATION.device"));
        overview.awaitState("MANIFEST", "needs attention");
        assertTrue(overview.text("MANIFEST.sentence").startsWith("Stale:"), overview.text("MANIFEST.sentence"));
        assertEquals("Generate Manifest...", Ui.get(overview.next("MANIFEST")::getText));
        Await.jobs(TrustFlexJobs.OVERVIEW);
        Screenshot.take("overview-rotated");
    }

    @Test
    void aFileThatIsDeletedIsMissedAtOnce() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        Overview overview = open(sample);
        overview.awaitState("RESOURCES", "done");
        resource(sample, "slot_5_secret_key.pem").delete(true, null);
        overview.awaitState("RESOURCES", "needs attention");
        overview.awaitText("RESOURCES.disk", "5 of 6");
        assertTrue(overview.text("RESOURCES.sentence").contains("slot_5_secret_key.pem"));
        Screenshot.take("overview-missing-file");
    }

    @Test
    void aBoardThatIsGoneOrAnotherNeedsAttention() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        SampleProject other = SampleProject.create();
        Overview overview = open(sample);
        overview.awaitState("RESOURCES", "done");
        WorkspaceBoards.bind(sample.project().project(), other.board().id());
        overview.awaitState("RESOURCES", "refused");
        assertTrue(overview.text("RESOURCES.sentence").contains(other.serialNumber()));
        Screenshot.take("overview-other-element");
        WorkspaceBoards.boards().simulated().delete(other.board().description().name());
        BoardEvents.changed(other.board().id());
        overview.awaitState("BOARD", "needs attention");
        Screenshot.take("overview-board-gone");
        WorkspaceBoards.unbind(sample.project().project());
        overview.awaitState("BOARD", "ready");
        overview.awaitText("RESOURCES.device", "not read");
    }

    @Test
    void itClosesWithItsFile() throws Exception {
        SampleProject sample = SampleProject.create();
        open(sample);
        sample.project().file().delete(true, null);
        Await.until("the overview is closed", () -> Desk.page().getEditorReferences().length == 0);
    }

    @Test
    void itFollowsItsProjectToAnotherNameAndTheBoardComesAlong() throws Exception {
        SampleProject sample = SampleProject.create();
        Overview before = open(sample);
        before.awaitState("BOARD", "done");
        IProjectDescription description = sample.project().project().getDescription();
        description.setName("renamed");
        sample.project().project().move(description, true, null);
        Overview after = Overview.opened("renamed");
        after.awaitState("BOARD", "done");
        Await.until("one overview is open", () -> Desk.page().getEditorReferences().length == 1);
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        ProjectCreation.adopt(sample.project().project(), new NullProgressMonitor());
        Overview overview = open(sample);
        overview.awaitState("RESOURCES", "done");
        resource(sample, "device.json").setContents(InputStream.nullInputStream(), IResource.FORCE, null);
        overview.awaitText("RESOURCES.sentence", "device.json");
        overview.awaitState("ROTATION", "needs attention");
        assertFalse(Ui.get(() -> overview.next("BOARD").getText().isEmpty()));
        IEditorPart editor = Ui.get(() -> Desk.page().getActiveEditor());
        assertFalse(Ui.get(editor::isDirty));
    }
}
