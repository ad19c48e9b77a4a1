package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.board.Boards;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.problems.ProblemKind;
import org.trustflex.launching.problems.ProblemMarkers;
import org.trustflex.launching.problems.SecretNames;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Dialogs;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/**
 * An author shares a project and its launch configuration; a colleague runs it on another board, and a CI job on a third.
 * The colleague's workspace is this one after everything was taken out of it: projects, configurations, boards.
 */
class TheTeamTest {

    private static final String IMPORT = "org.eclipse.ui.wizards.import.ExternalProject";
    private static final String SHARED = "blinky TrustFLEX Resources.launch";
    private static final int MOST_CLICKS = 12;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();
    @TempDir
    private Path team;

    @Test
    void whatAnAuthorSharesRunsOnAColleaguesBoardAndInACiJob() throws Exception {
        Workshop author = Workshop.create();
        share();
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Path launch = author.project.folder().resolve(SHARED);
        Await.until("the shared file is there", () -> Files.exists(launch));
        assertSaysNothingOf(Files.readString(launch), author);
        GitRepository repository = commit(author);

        GitRepository colleague = repository.cloneInto(team.resolve("colleague"));
        leave(author.project.project());
        importProject(colleague.folder());
        IProject imported = ResourcesPlugin.getWorkspace().getRoot().getProject("blinky");
        assertEquals(Optional.empty(), WorkspaceBoards.boardOf(imported), "each developer says which board");
        runShared();
        robot.click(enabled(Find.button(Find.shell("Choose Board"), "OK")));
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Workshop.console("Key generation - Success");
        assertEquals(Optional.of("sim:colleague"), WorkspaceBoards.boardOf(imported));
        assertEquals(List.of(), changes(colleague), "the run changes nothing that is shared");
        Screenshot.take("team-colleague");
        System.out
                .println("From a new configuration to a run in a colleague's workspace: " + robot.clicks() + " clicks");
        assertTrue(robot.clicks() <= MOST_CLICKS, robot.clicks() + " clicks");

        GitRepository ci = repository.cloneInto(team.resolve("ci"));
        Path home = team.resolve("ci-boards");
        Boards.in(home).simulated().create("ci", SimulatedBoardOptions.defaults());
        HeadlessEclipse.Answer answer = HeadlessEclipse.run(Files.createDirectory(team.resolve("eclipse")), home,
                ci.folder().resolve(SHARED));
        assertEquals(ExitCode.DONE.code(), answer.code(), answer::said);
        assertTrue(answer.said().contains("Key generation - Success"), answer::said);
        assertEquals(List.of(), changes(ci), "nothing of Eclipse is left");
    }

    /** The author makes a configuration and says on the tab Common that it is a file of the project. */
    private void share() {
        Shell dialog = openConfigurations();
        robot.click(Find.row(types(dialog), "TrustFLEX Resources"));
        robot.click(Find.toolItem(dialog, "New launch configuration"));
        Find.byId(dialog, Text.class, "launch.project");
        CTabFolder tabs = Find.one(dialog, CTabFolder.class, "of the configuration",
                folder -> folder.getItemCount() > 1);
        robot.select(tabs, "Common");
        robot.click(Find.button(dialog, "Shared file:"));
        Screenshot.take("team-share");
        robot.click(enabled(Find.button(dialog, "Run")));
    }

    private static Button enabled(Button button) {
        Await.until(button + " is enabled", button::isEnabled);
        return button;
    }

    private static Shell openConfigurations() {
        Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Desk.shell(), new StructuredSelection(),
                "org.eclipse.debug.ui.launchGroup.run"));
        return Find.shell("Run Configurations");
    }

    private static Tree types(Shell dialog) {
        return Find.one(dialog, Tree.class, "of types", tree -> tree.getItemCount() > 1);
    }

    private static void assertSaysNothingOf(String launch, Workshop author) {
        assertFalse(launch.contains(author.project.folder().toString()), "no absolute path: " + launch);
        assertFalse(launch.contains(author.serialNumber()), "no part that only the author has: " + launch);
        assertFalse(launch.contains(author.board.id()), "no board that only the author has: " + launch);
    }

    /** No secret gets into the repository, and if one does, a problem says so. */
    private GitRepository commit(Workshop author) throws Exception {
        GitRepository repository = GitRepository.in(author.project.folder());
        repository.git("add", "--all");
        assertTrue(repository.tracked().containsAll(List.of("project.trustflex", SHARED)),
                repository.tracked()::toString);
        for (String name : repository.tracked()) {
            assertFalse(SecretNames.isSecret(Path.of(name).getFileName().toString()), name);
        }
        check(author);
        assertEquals(List.of(), tracked(author));
        repository.git("add", "--force", author.resource("slot_5_secret_key.pem").toString());
        check(author);
        assertEquals(List.of("slot_5_secret_key.pem"), tracked(author));
        Desk.show(IPageLayout.ID_PROBLEM_VIEW);
        Screenshot.take("team-secret-tracked");
        // Only what describes the project is shared; what the author's device holds is the author's.
        repository.git("rm", "--quiet", "-r", "--cached", ".");
        repository.git("add", "project.trustflex", ".project", SHARED);
        repository.commit("A project and how it is run");
        return repository;
    }

    private static void check(Workshop author) throws Exception {
        author.project.project().refreshLocal(IResource.DEPTH_INFINITE, null);
        author.project.project().build(IncrementalProjectBuilder.FULL_BUILD, null);
    }

    private static List<String> tracked(Workshop author) throws Exception {
        return Arrays.stream(author.project.project().findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE))
                .filter(marker -> ProblemKind.of(marker).equals(Optional.of(ProblemKind.SECRET_TRACKED)))
                .map(IMarker::getResource).map(IResource::getName).toList();
    }

    /** What is left is an empty workspace, and another board on the desk. */
    private void leave(IProject project) throws Exception {
        project.delete(false, true, null);
        Workshop.forgetLaunches();
        Path home = team.resolve("colleagues-boards");
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(WorkspaceBoards.HOME, home.toString());
        WorkspaceBoards.boards().simulated().create("colleague", SimulatedBoardOptions.defaults());
    }

    /** File &gt; Import &gt; Existing Projects into Workspace. */
    private void importProject(Path folder) {
        Dialogs.wizard(() -> {
            try {
                return PlatformUI.getWorkbench().getImportWizardRegistry().findWizard(IMPORT)
                        .createWizard();
            } catch (CoreException missing) {
                throw new AssertionError(missing);
            }
        });
        Shell wizard = Find.shell("Import");
        Combo path = Find.one(wizard, Combo.class, "for the folder", Combo::isEnabled);
        Ui.run(path::setFocus);
        Await.until("the folder can be typed", path::isFocusControl);
        Ui.run(() -> path.setText(folder.toString()));
        robot.press(SWT.CR);
        robot.click(enabled(Find.button(wizard, "Finish")));
        Await.until("the project is there", () -> wizard.isDisposed()
                && ResourcesPlugin.getWorkspace().getRoot().getProject("blinky").isAccessible());
    }

    private void runShared() throws Exception {
        IFile file = ResourcesPlugin.getWorkspace().getRoot().getProject("blinky").getFile(SHARED);
        Await.until("the launch file is in the project", file::exists);
        Await.until("the Debug framework has found it", () -> Workshop.manager().getLaunchConfigurations().length == 1);
        Shell dialog = openConfigurations();
        robot.click(Find.row(types(dialog), "blinky TrustFLEX Resources"));
        robot.click(enabled(Find.button(dialog, "Run")));
    }

    /** What differs from what was committed, files that are new and not ignored included. */
    private static List<String> changes(GitRepository repository) throws Exception {
        return repository.git("status", "--porcelain").lines().filter(line -> !line.startsWith("?? 0")).toList();
    }
}
