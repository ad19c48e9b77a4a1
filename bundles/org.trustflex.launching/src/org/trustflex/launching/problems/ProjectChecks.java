package org.trustflex.launching.problems;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.provisioning.slots.SlotState;

/** Looks for what is wrong with a project and marks it. To be called with the project's scheduling rule. */
public final class ProjectChecks {

    private static final Set<ProblemKind> FROM_DEVICE = EnumSet.of(ProblemKind.AUTHORITY_DIFFERS);
    private static final Set<ProblemKind> FROM_FILES = EnumSet.complementOf(EnumSet.copyOf(FROM_DEVICE));

    private ProjectChecks() {
    }

    /** Checks the files alone. */
    public static void run(TrustFlexProject project) throws CoreException {
        ProblemMarkers.replace(project, FROM_FILES, new FileChecks(project).problems());
    }

    /**
     * Checks what only the device tells.
     *
     * @param slots what was read from the element on the project's board; nothing is known if nobody read it
     */
    public static void run(TrustFlexProject project, Optional<ElementSlots> slots) throws CoreException {
        ProblemMarkers.replace(project, FROM_DEVICE,
                slots.flatMap(read -> authority(project, read)).map(List::of).orElse(List.of()));
    }

    static void clear(TrustFlexProject project) throws CoreException {
        ProblemMarkers.replace(project, FROM_FILES, List.of());
    }

    private static Optional<Problem> authority(TrustFlexProject project, ElementSlots slots) {
        int slot = SlotPurpose.VALIDATION_AUTHORITY.slot();
        if (slots.report(slot).state() == SlotState.EMPTY) {
            return Optional.empty();
        }
        Optional<SlotComparison> found = ProjectComparison.of(slots, Optional.of(new Project(project.folder())))
                .slot(slot).filter(comparison -> comparison.result() == Comparison.DIFFERS);
        Optional<IFile> file = found.flatMap(comparison -> project.file(comparison.file())).filter(IFile::exists);
        return file.map(existing -> new Problem(ProblemKind.AUTHORITY_DIFFERS, existing,
                NLS.bind(Messages.authority_differs, KeyFile.keyPairName(slot), slots.serialNumber())));
    }
}
