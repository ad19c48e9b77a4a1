package org.trustflex.ui.overview;

import org.trustflex.provisioning.status.Condition;
import org.trustflex.provisioning.status.State;

/**
 * What the overview shows of one part.
 *
 * @param part     which
 * @param state    one of five
 * @param sentence what was seen, and what to do
 * @param disk     what the files say
 * @param device   what the device holds
 * @param next     what the link does
 */
record Row(Part part, State state, String sentence, Cell disk, Cell device, NextStep next) {

    static Row of(Part part, Condition condition, Cell disk, Cell device) {
        // What waits, or is refused like everything else, needs no link: the first part has it.
        boolean later = condition.state() == State.WAITS
                || condition.state() == State.REFUSED && part != Part.RESOURCES;
        NextStep next = later ? NextStep.NONE : condition.next().map(NextStep::of).orElse(NextStep.NONE);
        boolean said = condition.state() == State.REFUSED && part != Part.RESOURCES;
        return new Row(part, condition.state(), said ? Messages.refused_asAbove : condition.sentence(), disk, device,
                next);
    }
}
