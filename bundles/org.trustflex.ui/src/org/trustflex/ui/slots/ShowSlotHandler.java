package org.trustflex.ui.slots;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.ui.TrustFlexUi;

/**
 * "Why?": shows a slot's policy. The parameter slot is its number; the parameter command is the refused command's data sheet
 * name, with or without its mode, such as "Write(block 0)": the bits that decide about it are marked.
 */
public final class ShowSlotHandler extends AbstractHandler {

    /** The command. */
    public static final String COMMAND_ID = "org.trustflex.ui.slots.show";
    /** The slot's number, 0 to 15. */
    public static final String SLOT = "slot";
    /** The refused command; may be left out. */
    public static final String COMMAND = "command";

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        int slot = slot(event.getParameter(SLOT));
        try {
            IViewPart view = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
                    .showView(TrustFlexUi.SLOTS_VIEW);
            ((SlotsView) view).show(slot, command(event.getParameter(COMMAND)));
            return null;
        } catch (PartInitException failed) {
            throw new ExecutionException(String.valueOf(failed.getMessage()), failed);
        }
    }

    private static int slot(@Nullable String parameter) throws ExecutionException {
        try {
            int slot = Integer.parseInt(String.valueOf(parameter));
            SlotLayout.size(slot);
            return slot;
        } catch (IllegalArgumentException none) {
            throw new ExecutionException(String.valueOf(none.getMessage()), none);
        }
    }

    private static Optional<Opcode> command(@Nullable String words) {
        String name = words == null ? "" : words.replaceFirst("\\(.*", "").trim();
        return Arrays.stream(Opcode.values()).filter(opcode -> opcode.dataSheetName().equals(name)).findFirst();
    }
}
