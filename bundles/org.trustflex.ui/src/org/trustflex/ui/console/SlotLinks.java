package org.trustflex.ui.console;

import java.util.Map;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.CommandRun;

/** Links "slot 14" to the slot in the Slots view. */
public final class SlotLinks extends LinkMatcher {

    private static final int SLOTS = 16;

    @Override
    @Nullable
    IHyperlink link(TextConsole found, String matched) {
        String digits = matched.replaceAll("\\D", "");
        return Integer.parseInt(digits) < SLOTS ? new SlotLink(digits) : null;
    }

    private record SlotLink(String slot) implements IHyperlink {

        @Override
        public void linkActivated() {
            new CommandRun(PlatformUI.getWorkbench()).run(CommandRun.SHOW_SLOT, Map.of(CommandRun.SLOT, slot));
        }

        @Override
        public void linkEntered() {
            // The console underlines it.
        }

        @Override
        public void linkExited() {
            // The console underlines it no more.
        }
    }
}
