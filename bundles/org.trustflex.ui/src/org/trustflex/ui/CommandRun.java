package org.trustflex.ui;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands of other parts by their id. */
public final class CommandRun {

    /** Shows a slot in the Slots view. */
    public static final String SHOW_SLOT = TrustFlexUi.PLUGIN_ID + ".slots.show";
    /** The slot's number, a parameter of {@link #SHOW_SLOT}. */
    public static final String SLOT = "slot";
    /** The refused command with its mode in words, a parameter of {@link #SHOW_SLOT}: its deciding bits are marked. */
    public static final String COMMAND = "command";
    /** Selects the last refused command in the Transactions view. */
    public static final String SHOW_REFUSED = TrustFlexUi.PLUGIN_ID + ".transactions.showRefused";

    private final IServiceLocator services;

    /** Runs commands where these services are: in a view, or anywhere in the workbench. */
    public CommandRun(IServiceLocator services) {
        this.services = services;
    }

    /** Runs a command. One that can't be run now says itself why. */
    public void run(String commandId, Map<String, String> parameters) {
        Command command = services.getService(ICommandService.class).getCommand(commandId);
        ParameterizedCommand call = ParameterizedCommand.generateCommand(command, parameters);
        if (call == null) {
            return;
        }
        try {
            services.getService(IHandlerService.class).executeCommand(call, null);
        } catch (NotEnabledException | NotHandledException | NotDefinedException unavailable) {
            ILog.get().warn(commandId, unavailable);
        } catch (ExecutionException failed) {
            ILog.get().error(commandId, failed);
        }
    }
}
