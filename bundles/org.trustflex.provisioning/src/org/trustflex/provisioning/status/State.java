package org.trustflex.provisioning.status;

/** The five states that anything in a project can be in. */
public enum State {
    /** Nothing is left to do. */
    DONE("done"),
    /** It can be done now. */
    READY("ready"),
    /** Something else must be done first; the sentence says what. */
    WAITS("waits"),
    /** Something is missing, damaged, interrupted or out of date. */
    NEEDS_ATTENTION("needs attention"),
    /** It can't be done with what is there, such as with another element. */
    REFUSED("refused");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** The state in one word or two. */
    public String word() {
        return word;
    }
}
