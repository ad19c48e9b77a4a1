package org.trustflex.provisioning.status;

import java.util.Optional;

import org.trustflex.provisioning.BadFile;

/**
 * How one part of a project is.
 *
 * @param state    one of five
 * @param sentence what was seen, and what to do if something should be done
 * @param next     what to do, if something should or can be done
 */
public record Condition(State state, String sentence, Optional<Action> next) {

    static Condition done(String sentence) {
        return new Condition(State.DONE, sentence, Optional.empty());
    }

    static Condition of(State state, Action next, String sentence) {
        return new Condition(state, sentence, Optional.of(next));
    }

    static Condition damaged(BadFile file) {
        return of(State.NEEDS_ATTENTION, Action.RESTORE_FILE, String.valueOf(file.getMessage()));
    }
}
