package org.trustflex.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

import org.trustflex.atecc.host.Sha256;
import org.trustflex.simulator.environment.Entropy;

/** Random numbers that come again with the same seed, with a queue of chosen ones before them. Prints its seed. */
public final class SeededEntropy implements Entropy {

    private static final String SEED_PROPERTY = "trustflex.test.seed";

    private final long seed;
    private final Deque<byte[]> chosen = new ArrayDeque<>();
    private long block;

    public SeededEntropy(long seed) {
        this.seed = seed;
    }

    /** A seed of this very run, or the one given by the system property trustflex.test.seed. */
    public static SeededEntropy ofThisRun() {
        long seed = Long.getLong(SEED_PROPERTY, System.nanoTime());
        System.out.println("Random numbers of this run: -D" + SEED_PROPERTY + "=" + seed);
        return new SeededEntropy(seed);
    }

    /** The next numbers that are asked for. */
    public SeededEntropy next(byte[] bytes) {
        chosen.add(bytes.clone());
        return this;
    }

    @Override
    public void fill(byte[] bytes) {
        byte[] wanted = chosen.poll();
        if (wanted != null) {
            System.arraycopy(wanted, 0, bytes, 0, bytes.length);
            return;
        }
        for (int at = 0; at < bytes.length; at += 32) {
            byte[] random = Sha256.of(ByteBuffer.allocate(16).putLong(seed).putLong(block).array());
            System.arraycopy(random, 0, bytes, at, Math.min(random.length, bytes.length - at));
            block++;
        }
    }
}
