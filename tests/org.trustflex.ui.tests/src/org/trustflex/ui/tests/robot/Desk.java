package org.trustflex.ui.tests.robot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.ui.TrustFlexUi;

/** A clean desk for each test: the TrustFLEX perspective as after its first opening, no project, no board. */
public final class Desk implements BeforeEachCallback, AfterEachCallback {

    private Path home;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("trustflex-home");
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(WorkspaceBoards.HOME, home.toString());
        Ui.run(Desk::tidyUp);
        Await.jobs(TrustFlexJobs.SCAN);
    }

    private static void tidyUp() throws WorkbenchException {
        PlatformUI.getWorkbench().getIntroManager()
                .closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
        IWorkbenchWindow window = window();
        window.getShell().setBounds(0, 0, 1280, 800);
        PlatformUI.getWorkbench().showPerspective(TrustFlexUi.PERSPECTIVE, window);
        page().closeAllEditors(false);
        page().resetPerspective();
        window.getShell().forceActive();
    }

    @Override
    public void afterEach(ExtensionContext context) throws CoreException {
        for (TrustFlexJobs family : TrustFlexJobs.values()) {
            Await.jobs(family);
        }
        Ui.run(Desk::closeDialogs);
        Ui.run(() -> page().closeAllEditors(false));
        RunningMcus.shared().endAll();
        removeConsoles();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            project.delete(true, true, null);
        }
        Await.idle();
    }

    /** Those of launches go with their launches; those of builds and boards stay until somebody closes them. */
    private static void removeConsoles() {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        manager.removeConsoles(Arrays.stream(manager.getConsoles())
                .filter(console -> String.valueOf(console.getType()).startsWith(TrustFlexUi.PLUGIN_ID))
                .toArray(IConsole[]::new));
        Await.jobs(TrustFlexJobs.MCU);
    }

    private static void closeDialogs() {
        for (Shell shell : Ui.display().getShells()) {
            if (shell != window().getShell()) {
                shell.close();
            }
        }
    }

    /** Where the test's simulated boards are. */
    public Path home() {
        return home;
    }

    /** The window. */
    public static IWorkbenchWindow window() {
        return Ui.get(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
    }

    /** The window's page. */
    public static IWorkbenchPage page() {
        return Ui.get(() -> window().getActivePage());
    }

    /** The window's shell. */
    public static Shell shell() {
        return Ui.get(() -> window().getShell());
    }

    /** Brings a view to the front. */
    public static IViewPart show(String viewId) {
        return Ui.get(() -> page().showView(viewId));
    }
}
