package org.trustflex.launching.configuration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.BoardRule;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.RotationStep;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Launches as a team uses them: files that can be shared, keys that stay where they belong, stopped when they wait. */
class LaunchTest {

    @TempDir
    Path home;

    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    private TrustFlexProject project;
    private SimulatedBoard board;

    @BeforeEach
    void makeProject() throws Exception {
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(WorkspaceBoards.HOME, home.toString());
        IProject created = ResourcesPlugin.getWorkspace().getRoot().getProject("team");
        created.create(null);
        created.open(null);
        Project.openOrCreate(created.getLocation().toPath());
        created.refreshLocal(IResource.DEPTH_INFINITE, null);
        project = TrustFlexProject.named("team");
        board = WorkspaceBoards.boards().simulated().create("team", SimulatedBoardOptions.defaults());
        WorkspaceBoards.bind(created, board.id());
    }

    @AfterEach
    void deleteProject() throws Exception {
        manager.removeLaunches(manager.getLaunches());
        project.project().delete(true, true, null);
    }

    private static void waitForTheEnd() throws Exception {
        Job.getJobManager().join(TrustFlexJobs.OPERATION, new NullProgressMonitor());
        Job.getJobManager().join(TrustFlexJobs.REFRESH, new NullProgressMonitor());
    }

    private static OperationResult result(ILaunch launch) {
        return ((OperationProcess) launch.getProcesses()[0]).result();
    }

    @Test
    void aSharedFileHoldsNoPathAndNoSecret() throws Exception {
        ILaunchConfigurationWorkingCopy shared = manager.getLaunchConfigurationType(LaunchAttributes.RESOURCES_TYPE)
                .newInstance(project.project(), "shared");
        shared.setAttribute(LaunchAttributes.PROJECT, project.name());
        shared.setMappedResources(new IResource[] { project.project() });
        ResourcesAttributes.write(new ResourcesRequest(true, new ResourceOptions(true, true),
                CertificateChoice.CUSTOM, "acme", true), shared);
        shared.doSave();
        ILaunch launch = shared.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        waitForTheEnd();
        assertEquals(ExitCode.DONE, result(launch).exitCode(), result(launch).message());
        Path file = project.folder().resolve("shared.launch");
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                .getDocumentElement();
        Set<String> keys = new TreeSet<>();
        NodeList attributes = root.getElementsByTagName("*");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            String value = attribute.getAttribute("value");
            assertFalse(Path.of(value).isAbsolute() && !value.equals("/team"), "a path of this machine: " + value);
            if (attribute.hasAttribute("key")) {
                keys.add(attribute.getAttribute("key").replace("org.trustflex.launching.", ""));
            }
        }
        assertEquals(Set.of("CERTIFICATES", "MANIFEST", "NEW_KEYS", "ORGANIZATION", "PROJECT", "RESOURCES",
                "org.eclipse.debug.core.MAPPED_RESOURCE_PATHS", "org.eclipse.debug.core.MAPPED_RESOURCE_TYPES"), keys);
        String text = Files.readString(file);
        assertFalse(text.contains(home.toString()) || text.contains(project.folder().toString()), text);
    }

    @Test
    void keysNeverReachTheLocalHistory() throws Exception {
        ILaunch first = resources().launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        waitForTheEnd();
        ILaunch second = rotation(List.of()).launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        waitForTheEnd();
        assertTrue(result(first).done() && result(second).done(), result(second).message());
        IFile key = project.file(new Project(project.folder()).resourcesFolder()
                .resolve("slot_14_ecc_key_pair.pem")).orElseThrow();
        assertTrue(key.exists() && key.isDerived(), "the key is unknown to the workspace, or open to version control");
        assertArrayEquals(new IFileState[0], key.getHistory(null));
    }

    @Test
    void whoIsStoppedWhileWaitingForTheBoardHasChangedNothing() throws Exception {
        BoardRule rule = new BoardRule(board.id());
        Job.getJobManager().beginRule(rule, new NullProgressMonitor());
        ILaunch launch;
        try {
            launch = resources().launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
            launch.terminate();
        } finally {
            Job.getJobManager().endRule(rule);
        }
        waitForTheEnd();
        assertTrue(launch.isTerminated());
        assertEquals(OperationResult.NOT_BEGUN, result(launch));
        assertFalse(Files.exists(new Project(project.folder()).resourcesFolder()));
    }

    @Test
    void chosenStepsAreReadBackInTheirOrder() throws Exception {
        ILaunchConfigurationWorkingCopy copy = rotation(List.of(RotationStep.VERIFY, RotationStep.GENERATE));
        assertEquals(List.of(RotationStep.GENERATE, RotationStep.VERIFY), RotationAttributes.read(copy));
    }

    private ILaunchConfigurationWorkingCopy resources() throws Exception {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(project, LaunchAttributes.RESOURCES_TYPE);
        copy.rename("resources");
        return copy;
    }

    private ILaunchConfigurationWorkingCopy rotation(List<RotationStep> steps) throws Exception {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(project, LaunchAttributes.ROTATION_TYPE);
        copy.rename("rotation");
        RotationAttributes.write(steps, copy);
        return copy;
    }
}
