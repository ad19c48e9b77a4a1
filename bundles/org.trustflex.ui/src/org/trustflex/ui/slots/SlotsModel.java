package org.trustflex.ui.slots;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IWorkbenchWindow;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.certificates.DeviceChain;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.model.ElementFacts;
import org.trustflex.ui.model.Listeners;

/**
 * Keeps what the Slots view shows up to date: with the active board, with readings of its element, with the project's
 * files. Works in the background; what was known stays until there is something newer.
 */
final class SlotsModel {

    private final ElementCatalog catalog = ElementCatalog.shared();
    private final Listeners listeners = new Listeners();
    private final ActiveBoard active;
    private final ContentJob job = new ContentJob(this::update);
    private final Runnable changed = job::schedule;
    private final IResourceChangeListener files = event -> filesChanged(event);
    private volatile SlotsContent content = SlotsContent.NOTHING;
    private volatile Optional<KnownChain> known = Optional.empty();
    private volatile boolean updated;

    /** A model for the views of one window. */
    SlotsModel(IWorkbenchWindow window) {
        active = ActiveBoard.of(window);
        active.listeners().add(changed);
        catalog.listeners().add(changed);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(files, IResourceChangeEvent.POST_CHANGE);
        job.schedule();
    }

    void dispose() {
        active.listeners().remove(changed);
        catalog.listeners().remove(changed);
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(files);
        job.cancel();
    }

    Listeners listeners() {
        return listeners;
    }

    SlotsContent content() {
        return content;
    }

    /** Whether it is known yet what there is to show. */
    boolean updated() {
        return updated;
    }

    /** Whether the element of the shown board is being read now. */
    boolean reading() {
        return content.boardId().filter(catalog::isReading).isPresent();
    }

    /** Reads the element again. */
    void refresh() {
        active.id().ifPresent(catalog::refresh);
    }

    /** Reads the element if that has never been done. */
    void readOnce() {
        active.id().filter(id -> catalog.facts(id).isEmpty()).ifPresent(catalog::refresh);
    }

    private void filesChanged(IResourceChangeEvent event) {
        boolean ours = active.project()
                .filter(project -> event.getDelta().findMember(project.project().getFullPath()) != null).isPresent();
        if (ours) {
            job.schedule();
        }
    }

    private void update() {
        Optional<String> id = active.id();
        if (id.isEmpty()) {
            publish(SlotsContent.NOTHING);
            return;
        }
        Optional<ElementFacts> facts = catalog.facts(id.get());
        Optional<ElementSlots> slots = facts.flatMap(ElementFacts::slots);
        String problem = facts.map(ElementFacts::problem).orElse("");
        if (slots.isPresent()) {
            publish(filled(id.get(), facts.get(), slots.get()));
        } else if (content.boardId().equals(id)) {
            SlotsContent last = content;
            publish(new SlotsContent(id, last.project(), last.rows(), last.readAt(), last.chain(), problem));
        } else {
            publish(new SlotsContent(id, active.project(), List.of(), Optional.empty(), Optional.empty(), problem));
        }
    }

    private SlotsContent filled(String id, ElementFacts facts, ElementSlots slots) {
        Optional<TrustFlexProject> project = active.project();
        Optional<DeviceChain> chain = chain(id, slots, project);
        ProjectComparison comparison = ProjectComparison.of(slots, project.flatMap(ContentJob::model));
        List<SlotRow> rows = slots.reports().stream().map(report -> new SlotRow(id, slots.serialNumber(), report,
                comparison.slot(report.slot()), CertificateSubject.of(report, chain))).toList();
        return new SlotsContent(Optional.of(id), project, rows, Optional.of(facts.readAt()), chain, "");
    }

    /** The certificates are read again when what is in their slots has changed, and only then. */
    private Optional<DeviceChain> chain(String id, ElementSlots slots, Optional<TrustFlexProject> project) {
        KnownChain wanted = KnownChain.of(id, slots, project);
        Optional<KnownChain> last = known;
        if (last.isPresent() && last.get().explains(wanted)) {
            return last.get().chain();
        }
        known = Optional.of(wanted);
        new ChainJob(wanted, found -> {
            known = Optional.of(found);
            job.schedule();
        }).schedule();
        return Optional.empty();
    }

    private void publish(SlotsContent next) {
        content = next;
        updated = true;
        listeners.fire();
    }
}
