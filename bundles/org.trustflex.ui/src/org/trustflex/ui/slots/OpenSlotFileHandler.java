package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.jspecify.annotations.Nullable;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.ui.model.ActiveBoard;

/** Opens the project's file for the selected slot. */
public final class OpenSlotFileHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<SlotComparison> comparison = SelectedSlot.of(event).comparison();
        Optional<IFile> file = ActiveBoard.of(window).project()
                .flatMap(project -> comparison.flatMap(compared -> project.file(compared.file())));
        if (file.isPresent() && file.get().exists()) {
            try {
                IDE.openEditor(window.getActivePage(), file.get());
            } catch (PartInitException failed) {
                throw new ExecutionException(String.valueOf(failed.getMessage()), failed);
            }
        }
        return null;
    }
}
