package org.trustflex.provisioning.certificates;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.trustflex.kit.transport.Delivery;

/** Does something over a kit's lines again and again, each time with one fault, at another point. */
public final class KitInterruptions {

    /** Something that is done with the board. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Does it with a fault, again if need be, and makes sure that it ends well. */
    @FunctionalInterface
    public interface Attempt {
        /**
         * @param when what was done to it, for messages
         * @return whether the first run got through
         */
        boolean endsWell(String when) throws Exception;
    }

    private final String name;
    private final BoardOnTheBench board;
    private final Action undisturbed;
    private final Action putBack;
    private final Attempt attempt;

    /**
     * @param name        what is done, for messages
     * @param undisturbed does it once without a fault, to see how many points there are
     * @param putBack     makes everything as it was before
     */
    public KitInterruptions(String name, BoardOnTheBench board, Action undisturbed, Action putBack, Attempt attempt) {
        this.name = name;
        this.board = board;
        this.undisturbed = undisturbed;
        this.putBack = putBack;
        this.attempt = attempt;
    }

    /** Cuts the power before, in and after each EEPROM write, for a moment and for good. */
    public void cutThePowerAtEachWrite() throws Exception {
        undisturbed.run();
        long writes = board.writes();
        int atOnce = 0;
        for (long write = 1; write <= writes; write++) {
            for (BoardOnTheBench.Cut cut : BoardOnTheBench.Cut.values()) {
                for (boolean stays : new boolean[] { false, true }) {
                    putBack.run();
                    board.cutsPower(write, cut, stays);
                    String when = "power cut " + cut + " EEPROM write " + write + ", stays off: " + stays;
                    atOnce += attempt.endsWell(when) ? 1 : 0;
                }
            }
        }
        System.out.println(name + " over the kit, power cut at an EEPROM write: " + 6 * writes
                + " points tried, the same run got through at " + atOnce);
    }

    /** Loses, damages and delays each answer of the kit. */
    public void loseDamageAndDelayEachAnswer() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        undisturbed.run();
        int answers = board.answers();
        Map<String, BoardOnTheBench.Damage> damages = Map.of("lost", answer -> new Delivery.Lost(), "late",
                Delivery.Late::new, "damaged", answer -> flipped(answer, random));
        int atOnce = 0;
        for (String damage : List.of("lost", "damaged", "late")) {
            for (int answer = 1; answer <= answers; answer++) {
                putBack.run();
                board.damages(answer, damages.get(damage));
                atOnce += attempt.endsWell("answer " + answer + " " + damage + ", seed " + seed) ? 1 : 0;
            }
        }
        System.out.println(name + " over the kit, answer lost, damaged or late: " + 3 * answers
                + " points tried, the same run got through at " + atOnce);
    }

    /** One bit of one character is another. */
    private static Delivery flipped(String answer, Random random) {
        int at = random.nextInt(answer.length());
        char other = (char) (answer.charAt(at) ^ 1 << random.nextInt(8));
        return new Delivery.Arrives(answer.substring(0, at) + other + answer.substring(at + 1));
    }
}
