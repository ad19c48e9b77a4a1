package org.trustflex.board;

/** Whether there is anything to touch. */
public enum BoardKind {
    SIMULATED("simulated"),
    HARDWARE("hardware");

    private final String word;

    BoardKind(String word) {
        this.word = word;
    }

    /** The kind as it is shown and written: "simulated" or "hardware". */
    public String word() {
        return word;
    }
}
