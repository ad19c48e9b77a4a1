package org.trustflex.ui.rotation;

import java.util.Optional;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.ui.model.ActiveProject;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.Listeners;

/** Keeps the facts of the project that the window follows up to date, in the background. */
final class RotationModel {

    private final ActiveProject active;
    private final Listeners listeners = new Listeners();
    private final Job job = new Reading();
    private final Runnable changed = job::schedule;
    private final IResourceChangeListener files = event -> job.schedule();
    private volatile Optional<RotationFacts> facts = Optional.empty();
    private volatile String problem = "";
    private volatile boolean visible;

    RotationModel(ActiveProject active) {
        this.active = active;
    }

    /** Begins to follow. */
    void open() {
        active.listeners().add(changed);
        ElementCatalog.shared().listeners().add(changed);
        RotationResults.shared().listeners().add(changed);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(files, IResourceChangeEvent.POST_CHANGE);
        job.schedule();
    }

    /** Follows no more. */
    void close() {
        active.listeners().remove(changed);
        ElementCatalog.shared().listeners().remove(changed);
        RotationResults.shared().listeners().remove(changed);
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(files);
        job.cancel();
    }

    Listeners listeners() {
        return listeners;
    }

    /** What is known; empty without a project, or where its files can't be read. */
    Optional<RotationFacts> facts() {
        return facts;
    }

    /** Why nothing is known of the project, in a sentence. */
    String problem() {
        return problem;
    }

    /** Whether the view can be seen: the board is read only then. */
    void setVisible(boolean seen) {
        visible = seen;
        job.schedule();
    }

    /** Reads files and board again. */
    void refresh() {
        active.boardId().ifPresent(ElementCatalog.shared()::refresh);
        job.schedule();
    }

    private void readBoardOnce(String boardId) {
        ElementCatalog elements = ElementCatalog.shared();
        if (visible && elements.facts(boardId).isEmpty() && !elements.isReading(boardId)) {
            elements.refresh(boardId);
        }
    }

    private final class Reading extends Job {

        Reading() {
            super(Messages.reading);
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Optional<TrustFlexProject> project = active.project();
            try {
                facts = project.isPresent() ? Optional.of(RotationFacts.of(project.get(), active.boardId()))
                        : Optional.empty();
                problem = "";
            } catch (ProvisioningException unreadable) {
                facts = Optional.empty();
                problem = String.valueOf(unreadable.getMessage());
            }
            listeners.fire();
            active.boardId().ifPresent(RotationModel.this::readBoardOnce);
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == TrustFlexJobs.SLOTS;
        }
    }
}
