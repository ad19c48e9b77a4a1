package org.trustflex.launching.headless;

import java.io.PrintStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;

/** One run of a launch configuration file, from linking its project to the exit code. */
final class LaunchFileRun {

    /** The preference of the Debug framework by which status handlers are called. */
    private static final String QUESTIONS = DebugPlugin.getUniqueIdentifier() + ".PREF_ENABLE_STATUS_HANDLERS";

    private final RunArguments arguments;
    private final StopSignal signal;
    private final PrintStream out;
    private final PrintStream err;

    LaunchFileRun(RunArguments arguments, StopSignal signal, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.signal = signal;
        this.out = out;
        this.err = err;
    }

    ExitCode run() throws UnusableLaunchFile, CoreException {
        askNobody();
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        String wanted = arguments.folder().getFileName().toString();
        try (LinkedProject project = LinkedProject.open(arguments.folder(), wanted)) {
            ILaunchConfiguration configuration = manager.getLaunchConfiguration(project.file(arguments.file()));
            return launch(runnable(configuration, project));
        }
    }

    /** Those who ask may be installed, with the rest of the user interface, but without a workbench they can't even start. */
    private static void askNobody() {
        InstanceScope.INSTANCE.getNode(DebugPlugin.getUniqueIdentifier()).putBoolean(QUESTIONS, false);
    }

    /** The file names its project by the name in its author's workspace; here it is the one that the file is in. */
    private ILaunchConfiguration runnable(ILaunchConfiguration configuration, LinkedProject project)
            throws UnusableLaunchFile {
        try {
            ILaunchConfigurationWorkingCopy copy = configuration.getWorkingCopy();
            copy.getType();
            copy.setAttribute(LaunchAttributes.PROJECT, project.name());
            bindBoard(TrustFlexProject.named(project.name()), copy);
            return copy;
        } catch (CoreException unreadable) {
            throw new UnusableLaunchFile(ExitCode.BAD_FILE, NLS.bind(Messages.run_unreadable, arguments.file(),
                    unreadable.getStatus().getMessage()));
        }
    }

    /** Without a name, the only board that there is will do; more than one are listed and none is used. */
    private void bindBoard(TrustFlexProject project, ILaunchConfiguration configuration) throws CoreException {
        boolean pinned = !configuration.getAttribute(LaunchAttributes.SERIAL_NUMBER, "").isBlank();
        if (arguments.board().isPresent() || !pinned) {
            WorkspaceBoards.bind(project.project(), arguments.board().orElse(""));
        }
    }

    private ExitCode launch(ILaunchConfiguration configuration) throws CoreException {
        ILaunch launch = configuration.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        OperationProcess process = (OperationProcess) launch.getProcesses()[0];
        signal.stops(process);
        IStreamListener toOut = (text, stream) -> out.print(text);
        follow(process.getOutputStreamMonitor(), toOut);
        join(TrustFlexJobs.OPERATION);
        join(TrustFlexJobs.REFRESH);
        err.print(process.getErrorStreamMonitor().getContents());
        out.flush();
        err.flush();
        OperationResult result = process.result();
        return result == null ? ExitCode.FAILED : result.exitCode();
    }

    /** What was printed before anybody listened, then all that follows. */
    private void follow(IStreamMonitor stream, IStreamListener listener) {
        synchronized (stream) {
            out.print(stream.getContents());
            stream.addListener(listener);
        }
    }

    private static void join(TrustFlexJobs family) {
        try {
            Job.getJobManager().join(family, new NullProgressMonitor());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
