package org.trustflex.firmware.flash;

import java.util.Optional;

import org.trustflex.board.mcu.LedPattern;

/**
 * What a run of a program came to.
 *
 * @param outcome  success, failure, or nothing to tell it by
 * @param status   the two digits of its last line, such as "00", if it printed one
 * @param led      what the LED does
 * @param sentence what was seen and what it means, for the user
 */
public record Verdict(Outcome outcome, Optional<String> status, LedPattern led, String sentence) {

    /** The design suite's firmware toggles the LED twice as fast as its guide says: all that is faster is failure. */
    private static final double FASTEST_SUCCESS = 1.5;
    private static final double SLOWEST_SUCCESS = 0.7;
    private static final String SUCCESS = "00";

    /**
     * Judges.
     *
     * @param status   of the last line, if there was one
     * @param led      after that line, for long enough to be seen
     * @param lockedUp whether the processor can't go on
     */
    static Verdict of(Optional<String> status, LedPattern led, boolean lockedUp) {
        double rate = led.blinksPerSecond();
        if (lockedUp) {
            return new Verdict(Outcome.FAILED, status, led, Messages.text("verdict.locked"));
        }
        if (status.isPresent() && !status.get().equals(SUCCESS)) {
            return new Verdict(Outcome.FAILED, status, led, Messages.text("verdict.status", status.get(), led));
        }
        if (rate > FASTEST_SUCCESS) {
            return new Verdict(Outcome.FAILED, status, led, Messages.text("verdict.fast", led));
        }
        if (rate >= SLOWEST_SUCCESS) {
            return new Verdict(Outcome.SUCCEEDED, status, led,
                    Messages.text(status.isPresent() ? "verdict.done" : "verdict.ledalone", led));
        }
        return new Verdict(Outcome.UNDECIDED, status, led,
                Messages.text(status.isPresent() ? "verdict.noled" : "verdict.silent", led));
    }
}
