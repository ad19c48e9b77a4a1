package org.trustflex.ui.tests;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.BoardEvents;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Ui;

/** A project in the workspace and a simulated board that it uses. */
final class Workshop {

    /** Terminated launches are removed when the next begins, so this remembers them. */
    private static final List<OperationProcess> ENDED = new CopyOnWriteArrayList<>();

    static {
        DebugPlugin.getDefault().addDebugEventListener(events -> Arrays.stream(events)
                .filter(event -> event.getKind() == DebugEvent.TERMINATE).map(DebugEvent::getSource)
                .filter(OperationProcess.class::isInstance).map(OperationProcess.class::cast).forEach(ENDED::add));
    }

    final TrustFlexProject project;
    final SimulatedBoard board;

    private Workshop(TrustFlexProject project, SimulatedBoard board) {
        this.project = project;
        this.board = board;
    }

    /** A new project, called blinky, that uses a new part, and the project is selected. */
    static Workshop create() throws Exception {
        Workshop shop = unbound();
        WorkspaceBoards.bind(shop.project.project(), shop.board.id());
        return shop;
    }

    /** The same before its user has chosen a board. */
    static Workshop unbound() throws Exception {
        forgetLaunches();
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("blinky");
        project.create(null);
        project.open(null);
        // What a job of an earlier test wrote after that test's project was deleted.
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        for (IResource left : project.members()) {
            if (!left.getName().equals(IProjectDescription.DESCRIPTION_FILE_NAME)) {
                left.delete(true, null);
            }
        }
        Project.openOrCreate(project.getLocation().toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        TrustFlexNature.addTo(project, null);
        SimulatedBoard board = WorkspaceBoards.boards().simulated().create("demo", SimulatedBoardOptions.defaults());
        BoardEvents.changed(board.id());
        Workshop shop = new Workshop(TrustFlexProject.named("blinky"), board);
        shop.select();
        return shop;
    }

    /** Neither configurations nor launches of earlier tests are left. */
    static void forgetLaunches() throws CoreException {
        ENDED.clear();
        ILaunchManager manager = manager();
        manager.removeLaunches(manager.getLaunches());
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
            configuration.delete();
        }
    }

    static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    /** Selects the project in the Project Explorer. */
    void select() {
        Desk.show(ProjectExplorer.VIEW_ID);
        Ui.run(() -> {
            CommonNavigator explorer = (CommonNavigator) Desk.page().showView(ProjectExplorer.VIEW_ID);
            explorer.selectReveal(new StructuredSelection(project.project()));
        });
        Await.idle();
    }

    Project model() {
        return new Project(project.folder());
    }

    Path resource(String name) {
        return model().resourcesFolder().resolve(name);
    }

    String serialNumber() {
        return board.description().trustFlex().orElseThrow().serialNumber().toString();
    }

    /** The keys are there and programmed, as after Generate Resources. */
    Workshop withResources() throws Exception {
        BoardRule rule = new BoardRule(board.id());
        Job.getJobManager().beginRule(rule, null);
        try {
            new ResourceGeneration(model(), new SecureRandom(), Clock.systemUTC()).run(board.element(),
                    ResourceOptions.DEFAULT, new QuietMonitor());
        } finally {
            Job.getJobManager().endRule(rule);
        }
        project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        BoardEvents.changed(board.id());
        Await.jobs(TrustFlexJobs.SLOTS);
        return this;
    }

    /** Runs a command as Quick Access would. */
    static void command(String id) {
        Ui.start(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    /** Waits for the end of the so manieth operation, and says how it ended. */
    static OperationResult ended(int count) {
        Await.until("operation " + count + " has ended", () -> ENDED.size() >= count);
        Await.idle();
        return ENDED.get(count - 1).result();
    }

    /** The last line of each operation, in the order in which they ended. */
    static List<String> lastLines() {
        return ENDED.stream().map(OperationProcess::lastLine).toList();
    }

    /** Whether the so manieth operation has not ended. */
    static boolean running(int count) {
        return ENDED.size() < count;
    }

    /** Waits until the console in the front says this, and gives all that it says. */
    static StyledText console(String part) {
        return Find.one(Desk.shell(), StyledText.class, "saying " + part, text -> text.getText().contains(part));
    }
}
