package org.trustflex.simulator.environment;

import java.security.SecureRandom;

/** Where random numbers come from. Tests give their own, seeded one. */
@FunctionalInterface
public interface Entropy {

    /** Fills the array with random bytes. */
    void fill(byte[] bytes);

    /** The given number of random bytes. */
    default byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        fill(bytes);
        return bytes;
    }

    /** The platform's secure random numbers. */
    static Entropy secure() {
        return new SecureRandom()::nextBytes;
    }
}
