package org.trustflex.ui.boards;

/**
 * A board that could not be looked at.
 *
 * @param sentence what was seen, what it means and what to do
 */
public record ProblemNode(String sentence) {
}
