package org.trustflex.ui.overview;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.EditorPart;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;

/**
 * The home of a project: its parts, how each is on disk and in the device, and what to do next. It shows and never saves;
 * whoever wants to edit project.trustflex opens it with a text editor.
 */
public final class OverviewEditor extends EditorPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".overview_editor";

    private TrustFlexProject project;
    private OverviewForm form;
    private OverviewUpdates updates;
    private OverviewJob job;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput file)) {
            throw new PartInitException(Messages.editor_noFile);
        }
        setSite(site);
        setInput(input);
        project = new TrustFlexProject(file.getFile().getProject());
        setPartName(project.name());
        setTitleToolTip(NLS.bind(Messages.editor_tooltip, project.name()));
    }

    @Override
    public void createPartControl(Composite parent) {
        form = new OverviewForm(parent, project.name(), getSite().getService(IHandlerService.class));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, HELP);
        job = new OverviewJob(project, this::seen);
        updates = new OverviewUpdates(project, job::look, this::closeLater);
        job.look();
        refresh();
    }

    /** Searches for boards and reads the project's device again. */
    void refresh() {
        BoardCatalog.shared().refresh();
        updates.readDevice();
    }

    private void seen(Overview overview) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (!form.isDisposed()) {
                form.show(overview);
            }
        });
    }

    /** Its file is gone: the overview closes, and opens again for a project that was only renamed. */
    private void closeLater(Optional<IProject> renamed) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            IWorkbenchPage page = getSite().getPage();
            page.closeEditor(OverviewEditor.this, false);
            renamed.flatMap(TrustFlexProject::of).ifPresent(moved -> open(page, moved));
        });
    }

    private static void open(IWorkbenchPage page, TrustFlexProject project) {
        try {
            OpenOverviewHandler.open(page, project);
        } catch (PartInitException failed) {
            ILog.get().error(project.name(), failed);
        }
    }

    @Override
    public void dispose() {
        if (updates != null) {
            updates.stop();
            job.cancel();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void doSave(@Nullable IProgressMonitor monitor) {
        // There is never anything to save.
    }

    @Override
    public void doSaveAs() {
        // There is never anything to save.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
