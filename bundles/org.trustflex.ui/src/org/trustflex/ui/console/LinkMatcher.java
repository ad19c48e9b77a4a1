package org.trustflex.ui.console;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.IPatternMatchListenerDelegate;
import org.eclipse.ui.console.PatternMatchEvent;
import org.eclipse.ui.console.TextConsole;
import org.jspecify.annotations.Nullable;

/** Makes links of what an operation prints. */
abstract class LinkMatcher implements IPatternMatchListenerDelegate {

    private @Nullable TextConsole console;

    /** The link for what was matched; null for none. */
    abstract @Nullable IHyperlink link(TextConsole found, String matched);

    @Override
    public void connect(TextConsole connected) {
        console = connected;
    }

    @Override
    public void disconnect() {
        console = null;
    }

    @Override
    public void matchFound(PatternMatchEvent event) {
        TextConsole connected = console;
        if (connected == null) {
            return;
        }
        try {
            String matched = connected.getDocument().get(event.getOffset(), event.getLength());
            IHyperlink link = link(connected, matched);
            if (link != null) {
                connected.addHyperlink(link, event.getOffset(), event.getLength());
            }
        } catch (BadLocationException trimmed) {
            // The console has dropped the line to make room for newer ones.
            ILog.get().info(connected.getName(), trimmed);
        }
    }
}
