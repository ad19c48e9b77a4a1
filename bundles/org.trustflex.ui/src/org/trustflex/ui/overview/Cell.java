package org.trustflex.ui.overview;

import java.util.Optional;

import org.trustflex.provisioning.status.State;

/**
 * What is on disk or in the device, in two or three words.
 *
 * @param state one of five; empty where there is nothing to judge
 * @param text  the words
 */
record Cell(Optional<State> state, String text) {

    static final Cell NOTHING = new Cell(Optional.empty(), "");

    static Cell of(State state, String text) {
        return new Cell(Optional.of(state), text);
    }

    static Cell of(String text) {
        return new Cell(Optional.empty(), text);
    }
}
