package org.trustflex.atecc.reason;

/**
 * Why a device probably refused.
 *
 * @param cause the rule
 * @param text  the rule in plain words with a full stop, naming the slot
 */
public record Explanation(ProbableCause cause, String text) {

    static Explanation of(ProbableCause cause, Object... arguments) {
        return new Explanation(cause, cause.text(arguments));
    }
}
