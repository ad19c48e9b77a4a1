package org.trustflex.kit.transport;

/** What becomes of an answer on its way from the kit to the host. */
public sealed interface Delivery {

    /**
     * It arrives, as it was or changed.
     *
     * @param line one character a byte, without its newline
     */
    record Arrives(String line) implements Delivery {
    }

    /** It is never seen again. */
    record Lost() implements Delivery {
        // Nothing is left of it.
    }

    /**
     * It arrives when the host has given up and has asked something else: just before the answer to that.
     *
     * @param line one character a byte, without its newline
     */
    record Late(String line) implements Delivery {
    }
}
