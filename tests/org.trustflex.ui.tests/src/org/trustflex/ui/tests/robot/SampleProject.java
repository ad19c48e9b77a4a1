package org.trustflex.ui.tests.robot;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.trustflex.board.Board;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ElementOperation;
import org.trustflex.launching.operation.OperationJob;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;

/** A project in the workspace with a simulated board of its own, for tests that need both and test neither. */
public final class SampleProject {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TrustFlexProject project;
    private final SimulatedBoard board;

    private SampleProject(TrustFlexProject project, SimulatedBoard board) {
        this.project = project;
        this.board = board;
    }

    /** Makes a board and a project of the same name that uses it. No two tests use the same name. */
    public static SampleProject create() throws Exception {
        String name = "demo" + COUNT.incrementAndGet();
        SimulatedBoard board = WorkspaceBoards.boards().simulated().create(name, SimulatedBoardOptions.defaults());
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        Project.openOrCreate(project.getLocation().toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        WorkspaceBoards.bind(project, board.id());
        return new SampleProject(TrustFlexProject.of(project).orElseThrow(), board);
    }

    /** The project in the workspace. */
    public TrustFlexProject project() {
        return project;
    }

    /** The serial number of the board's element. */
    public String serialNumber() {
        return board.description().trustFlex().orElseThrow().serialNumber().toString();
    }

    /** The board. */
    public SimulatedBoard board() {
        return board;
    }

    /** Generates the resources and custom certificates, as the launch configuration does. */
    public SampleProject provision() throws Exception {
        ResourcesRequest request = new ResourcesRequest(true, ResourceOptions.DEFAULT, CertificateChoice.CUSTOM,
                "Acme Devices", false);
        run(request.operations(project));
        return this;
    }

    /** Rotates the key, as the launch configuration does. */
    public void rotate() throws Exception {
        Project model = project.model();
        run(List.of((source, monitor) -> new KeyRotation(model, new SecureRandom(), Clock.systemUTC()).rotate(source,
                monitor)));
    }

    /** Runs operations on the board and waits until the workspace knows of them. */
    public void run(List<ElementOperation> operations) throws Exception {
        AtomicReference<OperationResult> result = new AtomicReference<>();
        Board chosen = WorkspaceBoards.boards().select(board.id());
        new OperationJob("test", project, chosen, operations, line -> {
            // Nobody reads.
        }, result::set).schedule();
        Await.until("the operation ends", () -> result.get() != null);
        if (!result.get().done()) {
            throw new AssertionError(result.get().message());
        }
        Await.jobs(TrustFlexJobs.REFRESH);
    }
}
