package org.trustflex.launching;

import org.eclipse.core.runtime.jobs.ISchedulingRule;

/**
 * Lets one job at a time use a board. Two boards do not wait for each other.
 *
 * @param boardId the board's stable id
 */
public record BoardRule(String boardId) implements ISchedulingRule {

    @Override
    public boolean contains(ISchedulingRule rule) {
        return equals(rule);
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
        return equals(rule);
    }
}
