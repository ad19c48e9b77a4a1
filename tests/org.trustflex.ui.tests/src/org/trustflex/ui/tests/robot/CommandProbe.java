package org.trustflex.ui.tests.robot;

import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IHandler;
import org.eclipse.ui.commands.ICommandService;
import org.jspecify.annotations.Nullable;

/** Counts how often a command is run, in place of what it would do. */
public final class CommandProbe implements AutoCloseable {

    private final AtomicInteger runs = new AtomicInteger();
    private final Command command;
    private final @Nullable IHandler before;
    private final boolean wasDefined;

    private CommandProbe(String commandId) {
        ICommandService commands = Desk.window().getService(ICommandService.class);
        command = commands.getCommand(commandId);
        wasDefined = command.isDefined();
        before = command.getHandler();
        if (!wasDefined) {
            command.define(commandId, "", commands.getCategory("org.trustflex.ui.category"));
        }
        command.setHandler(new AbstractHandler() {
            @Override
            public @Nullable Object execute(ExecutionEvent event) {
                return runs.incrementAndGet();
            }
        });
    }

    /** Watches a command until the probe is closed. */
    public static CommandProbe of(String commandId) {
        return Ui.get(() -> new CommandProbe(commandId));
    }

    /** How often it was run. */
    public int runs() {
        return runs.get();
    }

    @Override
    public void close() {
        Ui.run(() -> {
            command.setHandler(before);
            if (!wasDefined) {
                command.undefine();
            }
        });
    }
}
