package org.trustflex.provisioning.slots;

/** How what a slot holds relates to the project's file for it. */
public enum Comparison {
    /** The slot holds what the file says; where it can't be read, the device proved it. */
    MATCHES("matches"),
    /** The slot holds something else. */
    DIFFERS("differs"),
    /** Nobody can tell without another proof, or the file can't be used. */
    UNKNOWN("unknown"),
    /** The project should have a file for the slot and has none. */
    MISSING("missing");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /** The relation in one word. */
    public String word() {
        return word;
    }
}
