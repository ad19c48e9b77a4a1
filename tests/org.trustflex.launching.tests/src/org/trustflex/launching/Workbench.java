package org.trustflex.launching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ElementOperation;
import org.trustflex.launching.operation.OperationJob;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;

/** A workspace with one TrustFLEX project, and a simulated board for it. */
public final class Workbench implements BeforeEachCallback, AfterEachCallback {

    private static final long PATIENCE_SECONDS = 30;

    private TrustFlexProject project;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Path home = Files.createTempDirectory("trustflex-home");
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(WorkspaceBoards.HOME, home.toString());
        WorkspaceBoards.boards().simulated().create("demo", SimulatedBoardOptions.defaults());
        project = ProjectCreation.create("lamp", Optional.empty(), new NullProgressMonitor());
        WorkspaceBoards.bind(project.project(), "sim:demo");
    }

    @Override
    public void afterEach(ExtensionContext context) throws CoreException {
        for (IProject each : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            each.delete(true, true, null);
        }
    }

    /** The project. */
    public TrustFlexProject project() {
        return project;
    }

    /** Generates everything of the guide's section 3 and rotates once. */
    public void provision() throws Exception {
        resources();
        rotate();
    }

    /** Generates resources, custom certificates and the manifest. */
    public void resources() throws Exception {
        run(new ResourcesRequest(true, ResourceOptions.DEFAULT, CertificateChoice.CUSTOM, "Acme", true)
                .operations(project));
    }

    /** Rotates the key. */
    public void rotate() throws Exception {
        run(List.of((source, monitor) -> new KeyRotation(project.model(), new SecureRandom(), Clock.systemUTC())
                .rotate(source, monitor)));
    }

    private void run(List<ElementOperation> operations) throws Exception {
        CompletableFuture<OperationResult> result = new CompletableFuture<>();
        new OperationJob("test", project, WorkspaceBoards.boards().select("sim:demo"), operations, line -> {
            // What it says is of no interest here.
        }, result::complete).schedule();
        OperationResult outcome = result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!OperationResult.DONE.equals(outcome)) {
            throw new AssertionError(outcome);
        }
    }

    /** A file in the folder of resources. */
    public IFile resource(String name) {
        return project.file(new Project(project.folder()).resourcesFolder().resolve(name)).orElseThrow();
    }

    /** Changes a file behind the workspace's back, as other programs do. */
    public void overwrite(IFile file, String text) throws IOException {
        Files.writeString(file.getLocation().toPath(), text);
    }

    /** Lets the workspace look at the disk, and builds. */
    public void refreshAndBuild() throws CoreException {
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        project.project().build(IncrementalProjectBuilder.FULL_BUILD, null);
    }
}
