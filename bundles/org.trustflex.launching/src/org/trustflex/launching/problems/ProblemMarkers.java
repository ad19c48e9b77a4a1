package org.trustflex.launching.problems;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.TrustFlexProject;

/** The problem markers of a project. */
public final class ProblemMarkers {

    /** The type of our markers. */
    public static final String TYPE = TrustFlexLaunching.PLUGIN_ID + ".problem";
    /** Attribute: the name of the {@link ProblemKind}. */
    static final String KIND = "problem";

    private ProblemMarkers() {
    }

    /** Replaces all markers of these kinds in the project. Kinds that were not looked for stay as they are. */
    public static void replace(TrustFlexProject project, Set<ProblemKind> looked, List<Problem> found)
            throws CoreException {
        for (IMarker marker : project.project().findMarkers(TYPE, true, IResource.DEPTH_INFINITE)) {
            if (ProblemKind.of(marker).filter(looked::contains).isPresent()) {
                marker.delete();
            }
        }
        for (Problem problem : found) {
            problem.resource().createMarker(TYPE, Map.of(KIND, problem.kind().name(), IMarker.MESSAGE,
                    problem.message(), IMarker.SEVERITY, problem.kind().severity()));
        }
    }
}
