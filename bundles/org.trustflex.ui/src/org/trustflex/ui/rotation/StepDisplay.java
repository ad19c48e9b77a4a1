package org.trustflex.ui.rotation;

import java.util.Optional;

import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.provisioning.rotation.RotationStep;
import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.State;
import org.trustflex.provisioning.status.StepCondition;

/**
 * What a row of the view shows.
 *
 * @param state    one of five
 * @param enabled  whether its button can be pressed
 * @param sentence what it will do, what it did, or why it can't be run
 * @param refusal  what the chip said no to in the last run, if it did
 */
record StepDisplay(State state, boolean enabled, String sentence, Optional<DeviceRefused> refusal) {

    static StepDisplay of(RotationFacts facts, RotationStep step) {
        StepCondition condition = facts.status().steps().get(step);
        boolean asAll = condition.sentence().equals(facts.status().rotation().sentence());
        return of(facts, Optional.of(step), condition.state(), condition.runnable(),
                asAll ? Messages.asAbove : condition.sentence());
    }

    static StepDisplay ofAll(RotationFacts facts) {
        Condition condition = facts.status().rotation();
        boolean enabled = condition.state() != State.WAITS && condition.state() != State.REFUSED;
        return of(facts, Optional.empty(), condition.state(), enabled, condition.sentence());
    }

    private static StepDisplay of(RotationFacts facts, Optional<RotationStep> step, State state, boolean runnable,
            String sentence) {
        String project = facts.project().name();
        if (RotationResults.shared().isRunning(project)) {
            return new StepDisplay(state, false, Messages.running, Optional.empty());
        }
        Optional<RotationResults.Result> last = RotationResults.shared().of(project, step);
        if (last.isPresent() && last.get().outcome().done()) {
            return new StepDisplay(state, runnable, last.get().lastLine(), Optional.empty());
        }
        if (last.isPresent()) {
            boolean refused = last.get().outcome().exitCode() == ExitCode.REFUSED;
            return new StepDisplay(refused ? State.REFUSED : State.NEEDS_ATTENTION, runnable,
                    advice(last.get().outcome().message(), runnable, sentence),
                    last.get().outcome().refusal());
        }
        return new StepDisplay(state, runnable, sentence, Optional.empty());
    }

    /** Why it failed; and if it can't be run at once, what must come first. */
    private static String advice(String failure, boolean runnable, String sentence) {
        return runnable || failure.equals(sentence) ? failure : failure + " " + sentence;
    }
}
