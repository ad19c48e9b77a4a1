package org.trustflex.simulator;

/**
 * Sees every command that an awake element answers, in order, before the answer goes out. Called by the thread that
 * executes the command; it must be quick and must not call the element.
 */
@FunctionalInterface
public interface TransactionListener {

    /** One command was answered. */
    void answered(SimulatedTransaction transaction);

    /** A listener that does nothing. */
    static TransactionListener ignoring() {
        return (SimulatedTransaction transaction) -> {
            // Nobody wants to know.
        };
    }
}
