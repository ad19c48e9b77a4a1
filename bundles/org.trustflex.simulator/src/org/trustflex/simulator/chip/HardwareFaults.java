package org.trustflex.simulator.chip;

import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** What is wrong with the silicon of an element: nothing, until somebody asks for a fault. Safe for several threads. */
public final class HardwareFaults {

    private int failingSelfTests;
    private boolean randomNumbersUnhealthy;
    private int unluckyValues;

    /**
     * From now on these self-tests fail.
     *
     * @param tests bits of {@link SelfTestMode}; 0 repairs the element
     */
    public synchronized void failSelfTests(int tests) {
        failingSelfTests = tests & SelfTestMode.ALL;
    }

    /** From now on, or no longer, the health test of the random number generator fails. */
    public synchronized void failHealthTest(boolean fails) {
        randomNumbersUnhealthy = fails;
    }

    /** The next signatures and key generations meet this many unlucky random values, one after the other. */
    public synchronized void meetUnluckyValues(int count) {
        unluckyValues = count;
    }

    synchronized int failingSelfTests() {
        return failingSelfTests;
    }

    synchronized void requireHealthyRandomNumbers() throws CommandRefused {
        if (randomNumbersUnhealthy) {
            throw new CommandRefused(RefusalReason.HEALTH_TEST_FAILED);
        }
    }

    synchronized void requireLuck() throws CommandRefused {
        if (unluckyValues > 0) {
            unluckyValues--;
            throw new CommandRefused(RefusalReason.UNLUCKY_VALUE);
        }
    }
}
