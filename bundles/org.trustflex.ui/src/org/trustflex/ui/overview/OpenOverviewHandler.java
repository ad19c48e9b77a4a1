package org.trustflex.ui.overview;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveProject;

/** Opens the overview of the project that is worked on. */
public final class OpenOverviewHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<TrustFlexProject> project = ActiveProject.of(window).project();
        if (project.isPresent()) {
            try {
                open(window.getActivePage(), project.get());
            } catch (PartInitException failed) {
                throw new ExecutionException(String.valueOf(failed.getMessage()), failed);
            }
        }
        return null;
    }

    /** Opens a project's overview, or brings it to the front. */
    public static void open(IWorkbenchPage page, TrustFlexProject project) throws PartInitException {
        IDE.openEditor(page, project.file(), TrustFlexUi.OVERVIEW_EDITOR);
    }
}
