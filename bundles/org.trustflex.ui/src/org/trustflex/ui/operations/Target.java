package org.trustflex.ui.operations;

import org.trustflex.launching.TrustFlexProject;

/**
 * What an operation is for.
 *
 * @param project the project
 * @param boardId its board
 */
public record Target(TrustFlexProject project, String boardId) {
}
