package org.trustflex.certificates;

/**
 * One line of a report: something that was looked at, and whether it holds.
 *
 * @param id       a stable name such as "device.signature"
 * @param outcome  whether it holds
 * @param sentence what was seen
 */
public record Check(String id, Outcome outcome, String sentence) {

    /** What came of it. */
    public enum Outcome {
        /** It is as it must be. */
        HOLDS,
        /** Worth knowing, and no fault. */
        NOTE,
        /** It is not as it must be. */
        FAILS
    }

    /** A check that holds or fails. */
    public static Check of(String id, boolean holds, String sentence) {
        return new Check(id, holds ? Outcome.HOLDS : Outcome.FAILS, sentence);
    }

    /** Something worth knowing. */
    public static Check note(String id, String sentence) {
        return new Check(id, Outcome.NOTE, sentence);
    }

    /** Whether this is no fault. */
    public boolean holds() {
        return outcome != Outcome.FAILS;
    }
}
