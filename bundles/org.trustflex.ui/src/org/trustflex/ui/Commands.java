package org.trustflex.ui;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.SerializationException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands from links and double clicks, as the menus do. */
public final class Commands {

    private Commands() {
    }

    /**
     * Runs a command if it can be run now.
     *
     * @param command its id, with parameters as {@link ParameterizedCommand#serialize()} writes them:
     *                {@code id(name=value,name=value)}
     */
    public static void run(IServiceLocator site, String command) {
        try {
            execute(site, site.getService(ICommandService.class).deserialize(command));
        } catch (ExecutionException | NotDefinedException | SerializationException failed) {
            ILog.get().error(command, failed);
        }
    }

    /** Runs a command with parameters if it can be run now. */
    public static void run(IServiceLocator site, String commandId, Map<String, String> parameters) {
        Command command = site.getService(ICommandService.class).getCommand(commandId);
        try {
            execute(site, ParameterizedCommand.generateCommand(command, parameters));
        } catch (ExecutionException | NotDefinedException failed) {
            ILog.get().error(commandId, failed);
        }
    }

    private static void execute(IServiceLocator site, ParameterizedCommand command)
            throws ExecutionException, NotDefinedException {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (NotEnabledException | NotHandledException unavailable) {
            // The place where the link is says why it can't be run now.
            return;
        }
    }
}
