package org.trustflex.launching.headless;

import java.io.PrintStream;
import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.operation.ExitCode;

/**
 * Runs one launch configuration file and exits with the exit code of the command line for what happened. Its workspace is
 * temporary: whoever starts it gives an empty folder. Nobody is asked anything.
 */
public final class RunApplication implements IApplication {

    private final PrintStream out;
    private final PrintStream err;

    /** Made by the platform. */
    public RunApplication() {
        this(System.out, System.err);
    }

    RunApplication(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Object start(IApplicationContext context) {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return Integer.valueOf(run(arguments).code());
    }

    /** Runs what the command line says and returns how it ended. */
    ExitCode run(String... arguments) {
        StopSignal signal = StopSignal.listen();
        ExitCode code = ExitCode.FAILED;
        try {
            code = run(signal, arguments);
        } finally {
            signal.ended(code);
        }
        return code;
    }

    private ExitCode run(StopSignal signal, String... arguments) {
        try {
            RunArguments parsed = RunArguments.parse(Path.of("").toAbsolutePath(), arguments);
            return new LaunchFileRun(parsed, signal, out, err).run();
        } catch (UnusableLaunchFile unusable) {
            err.println(unusable.getMessage());
            return unusable.exitCode();
        } catch (CoreException failure) {
            err.println(NLS.bind(Messages.run_failed, failure.getStatus().getMessage()));
            return ExitCode.REJECTED;
        }
    }

    @Override
    public void stop() {
        // The operation ends by itself at its next safe point.
    }
}
