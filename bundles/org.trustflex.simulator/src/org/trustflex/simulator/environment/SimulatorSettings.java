package org.trustflex.simulator.environment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import org.trustflex.atecc.packet.StatusCode;

/**
 * What a simulated element does where no public document says what a real one does, so that a user whose part answers
 * otherwise can say so. Immutable; the with-methods give changed copies.
 */
public final class SimulatorSettings {

    private static final SimulatorSettings DEFAULTS = new SimulatorSettings(new Choices());

    private final Choices choices;

    /** Every choice with its default. Changed only before it becomes part of settings. */
    private static final class Choices {

        private final Map<OpenPoint, StatusCode> answers = new EnumMap<>(OpenPoint.class);
        private boolean validationNeedsGenKeyDigest = true;
        private TempKeyAfterRefusal tempKeyAfterRefusal = TempKeyAfterRefusal.CLEARED;
        private DeliveredContent deliveredContent = DeliveredContent.ZEROS;
        private ExecutionTimes executionTimes = ExecutionTimes.TYPICAL;

        Choices copy() {
            Choices copy = new Choices();
            copy.answers.putAll(answers);
            copy.validationNeedsGenKeyDigest = validationNeedsGenKeyDigest;
            copy.tempKeyAfterRefusal = tempKeyAfterRefusal;
            copy.deliveredContent = deliveredContent;
            copy.executionTimes = executionTimes;
            return copy;
        }
    }

    private SimulatorSettings(Choices choices) {
        this.choices = choices;
    }

    /** The documented defaults. */
    public static SimulatorSettings defaults() {
        return DEFAULTS;
    }

    /** The answer in a situation for which nobody knows it. */
    public StatusCode answer(OpenPoint point) {
        return choices.answers.getOrDefault(point, point.defaultAnswer());
    }

    /**
     * With another answer.
     *
     * @throws IllegalArgumentException if it is none of 01, 03 and 0F
     */
    public SimulatorSettings with(OpenPoint point, StatusCode answer) {
        switch (answer) {
            case MISCOMPARE, PARSE_ERROR, EXECUTION_ERROR -> {
                Choices changed = choices.copy();
                changed.answers.put(point, answer);
                return new SimulatorSettings(changed);
            }
            default -> throw new IllegalArgumentException("A refusal is 01, 03 or 0F, not " + answer.hex());
        }
    }

    /**
     * Whether Verify(validate) and Verify(invalidate) insist that TempKey holds a digest which GenKey made of that very
     * slot, as both data sheets say it must. Default true.
     */
    public boolean validationNeedsGenKeyDigest() {
        return choices.validationNeedsGenKeyDigest;
    }

    /** With or without the demand that TempKey holds GenKey's digest of the slot. */
    public SimulatorSettings withValidationNeedsGenKeyDigest(boolean needed) {
        Choices changed = choices.copy();
        changed.validationNeedsGenKeyDigest = needed;
        return new SimulatorSettings(changed);
    }

    /** What becomes of TempKey when a command that uses or makes it is refused. Default: it is cleared. */
    public TempKeyAfterRefusal tempKeyAfterRefusal() {
        return choices.tempKeyAfterRefusal;
    }

    /** With another fate of TempKey after refusals. */
    public SimulatorSettings withTempKeyAfterRefusal(TempKeyAfterRefusal fate) {
        Choices changed = choices.copy();
        changed.tempKeyAfterRefusal = fate;
        return new SimulatorSettings(changed);
    }

    /** What never-written slots of a part as delivered hold. Default zeros. */
    public DeliveredContent deliveredContent() {
        return choices.deliveredContent;
    }

    /** With other content of never-written slots. */
    public SimulatorSettings withDeliveredContent(DeliveredContent content) {
        Choices changed = choices.copy();
        changed.deliveredContent = content;
        return new SimulatorSettings(changed);
    }

    /** How much device time commands take. Default: the typical times of the 508A. */
    public ExecutionTimes executionTimes() {
        return choices.executionTimes;
    }

    /** With other execution times. */
    public SimulatorSettings withExecutionTimes(ExecutionTimes times) {
        Choices changed = choices.copy();
        changed.executionTimes = times;
        return new SimulatorSettings(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimulatorSettings that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private Map<String, Object> values() {
        Map<OpenPoint, StatusCode> answers = new EnumMap<>(OpenPoint.class);
        for (OpenPoint point : OpenPoint.values()) {
            answers.put(point, answer(point));
        }
        return Map.of("answers", answers, "validationNeedsGenKeyDigest", choices.validationNeedsGenKeyDigest,
                "tempKeyAfterRefusal", choices.tempKeyAfterRefusal, "deliveredContent", choices.deliveredContent,
                "executionTimes", choices.executionTimes);
    }

    /** All choices with their names. */
    @Override
    public String toString() {
        return Objects.toString(values());
    }
}
