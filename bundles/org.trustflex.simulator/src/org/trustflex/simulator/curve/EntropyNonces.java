package org.trustflex.simulator.curve;

import java.math.BigInteger;
import java.security.SecureRandom;

import org.bouncycastle.crypto.signers.DSAKCalculator;
import org.trustflex.simulator.environment.Entropy;

/** Draws the secret number of each signature from the element's own random numbers, as the chip does. */
final class EntropyNonces implements DSAKCalculator {

    private final Entropy entropy;

    EntropyNonces(Entropy entropy) {
        this.entropy = entropy;
    }

    /** True so that the signer asks for no other random numbers; those that are needed come from the element. */
    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public void init(BigInteger order, SecureRandom random) {
        throw new IllegalStateException("The random numbers are the element's own");
    }

    @Override
    public void init(BigInteger order, BigInteger privateKey, byte[] message) {
        // Each number is drawn when it is asked for.
    }

    @Override
    public BigInteger nextK() {
        return P256.newScalar(entropy);
    }
}
