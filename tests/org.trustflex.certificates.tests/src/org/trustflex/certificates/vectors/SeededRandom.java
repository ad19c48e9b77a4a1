package org.trustflex.certificates.vectors;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Random numbers that come again with the same seed, which is printed so that a failure can be repeated. */
public final class SeededRandom {

    private static final String SETTING = "trustflex.test.seed";

    private SeededRandom() {
    }

    /** A generator whose seed is the system property trustflex.test.seed, or else drawn. */
    public static SecureRandom create(String test) {
        long seed = Long.getLong(SETTING, System.nanoTime());
        System.out.println(test + ": -D" + SETTING + "=" + seed);
        return of(seed);
    }

    public static SecureRandom of(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
