package org.trustflex.ui.firmware;

import java.io.IOException;
import java.util.Arrays;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleManager;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.firmware.BuildReader;
import org.trustflex.ui.Images;

/** Shows what a build prints in a console of its own, one for each project. It does not come to the front by itself. */
public final class BuildConsoleHandler implements IStatusHandler {

    private static final String TYPE = "org.trustflex.ui.build";

    @Override
    public @Nullable Object handleStatus(IStatus status, Object source) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return null;
        }
        MessageConsole console = console(NLS.bind(Messages.build_console, ((IProject) source).getName()));
        console.clearConsole();
        return new Reader(console.newMessageStream());
    }

    private static MessageConsole console(String name) {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        return Arrays.stream(manager.getConsoles())
                .filter(known -> TYPE.equals(known.getType()) && known.getName().equals(name)).findFirst()
                .map(MessageConsole.class::cast).orElseGet(() -> {
                    MessageConsole made = new MessageConsole(name, TYPE, Images.FIRMWARE.descriptor(), true);
                    manager.addConsoles(new IConsole[] { made });
                    return made;
                });
    }

    /** Passes the lines on. */
    private record Reader(MessageConsoleStream stream) implements BuildReader {

        @Override
        public void line(String text) {
            stream.println(text);
        }

        @Override
        public void ended() {
            try {
                stream.close();
            } catch (IOException unwritten) {
                ILog.get().warn(String.valueOf(unwritten.getMessage()), unwritten);
            }
        }
    }
}
