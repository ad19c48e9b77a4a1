package org.trustflex.launching.problems;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;

/** Checks a project's files whenever some have changed. It asks no device. */
public final class CheckBuilder extends IncrementalProjectBuilder {

    private static final Set<ProblemKind> FROM_FILES = EnumSet.complementOf(EnumSet.of(ProblemKind.AUTHORITY_DIFFERS));

    @Override
    protected IProject @Nullable [] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
            throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isPresent()) {
            ProblemMarkers.replace(project.get(), FROM_FILES, new FileChecks(project.get()).problems());
        }
        return null;
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isPresent()) {
            ProblemMarkers.replace(project.get(), FROM_FILES, List.of());
        }
    }
}
