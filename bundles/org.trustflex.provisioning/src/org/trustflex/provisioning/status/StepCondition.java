package org.trustflex.provisioning.status;

/**
 * How one of the four steps of the rotation is.
 *
 * @param state    one of five
 * @param runnable whether the step can be run now; a step that is done may be run again where that makes sense
 * @param sentence what was done, or why it can't be run
 */
public record StepCondition(State state, boolean runnable, String sentence) {
}
