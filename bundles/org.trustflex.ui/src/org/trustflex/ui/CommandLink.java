package org.trustflex.ui;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.handlers.IHandlerService;

/** A sentence for a view that has nothing to show, with a link that runs the command which fills it. */
public final class CommandLink {

    private CommandLink() {
    }

    /**
     * Makes the link.
     *
     * @param text      a sentence with one {@code <a>link</a>} in it
     * @param commandId the command behind the link
     */
    public static Link create(Composite parent, String text, IHandlerService handlers, String commandId) {
        Link link = new Link(parent, SWT.WRAP);
        link.setText(text);
        link.setData(TrustFlexUi.WIDGET_ID, commandId);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> run(handlers, commandId)));
        return link;
    }

    /** Runs a command as if its link was clicked. */
    public static void run(IHandlerService handlers, String commandId) {
        try {
            handlers.executeCommand(commandId, null);
        } catch (NotEnabledException | NotHandledException unavailable) {
            // The command says itself why it can't be run now.
            return;
        } catch (ExecutionException | NotDefinedException failed) {
            ILog.get().error(commandId, failed);
        }
    }
}
