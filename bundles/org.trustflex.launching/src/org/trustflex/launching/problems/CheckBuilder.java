package org.trustflex.launching.problems;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.SecretResources;

/** Checks a project's files whenever some have changed. It asks no device. */
public final class CheckBuilder extends IncrementalProjectBuilder {

    @Override
    protected IProject @Nullable [] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
            throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isPresent()) {
            SecretResources.hide(project.get());
            ProjectChecks.run(project.get());
        }
        return null;
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isPresent()) {
            ProjectChecks.clear(project.get());
        }
    }
}
