package org.trustflex.launching.problems;

import org.eclipse.core.resources.IResource;

/**
 * Something that is wrong with a project.
 *
 * @param kind     what
 * @param resource where; it exists
 * @param message  what was seen, what it means and what to do
 */
public record Problem(ProblemKind kind, IResource resource, String message) {
}
