package org.trustflex.benchmarks;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.simulator.ElementSnapshot;

/**
 * Commands a second of the simulated element in one thread, through the typed client. The peer is the JDK's own ECDSA, of
 * which each command does one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ElementBenchmark {

    private static final int FRESH = 512;
    private static final int GENERAL_DATA = 8;

    private final byte[] digest = new byte[32];
    private final P256KeyPair[] pairs = new P256KeyPair[FRESH];
    private final EcdsaSignature[] signatures = new EcdsaSignature[FRESH];
    private Part part;
    private SecureElement session;
    private Signature jdkSigner;
    private Signature jdkVerifier;
    private byte[] jdkSignature;
    private int next;

    /** A part, keys and signatures. */
    @Setup(Level.Trial)
    public void prepare() throws IOException, ElementException, GeneralSecurityException {
        part = Part.delivered();
        session = part.open();
        SecureRandom random = new SecureRandom();
        random.nextBytes(digest);
        for (int i = 0; i < FRESH; i++) {
            pairs[i] = P256KeyPair.generate(random);
            signatures[i] = pairs[i].sign(digest, random);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        jdkSigner = Signature.getInstance("NONEwithECDSA", "SunEC");
        jdkSigner.initSign(pair.getPrivate());
        jdkSigner.update(digest);
        jdkSignature = jdkSigner.sign();
        jdkVerifier = Signature.getInstance("NONEwithECDSA", "SunEC");
        jdkVerifier.initVerify(pair.getPublic());
    }

    /** One Info. */
    @Benchmark
    public Revision smallCommand() throws ElementException {
        return session.revision();
    }

    /** Nonce and Sign with the key of slot 0. */
    @Benchmark
    public EcdsaSignature sign() throws ElementException {
        return session.sign(0, digest);
    }

    /** Nonce and Verify with one key again and again. */
    @Benchmark
    public void verifyTheSameKey() throws ElementException {
        session.verifyExternal(digest, signatures[0], pairs[0].publicKey());
    }

    /** Nonce and Verify with a key that was not used for 511 verifications. */
    @Benchmark
    public EccPublicKey verifyAFreshKey() throws ElementException {
        next = (next + 1) % FRESH;
        session.verifyExternal(digest, signatures[next], pairs[next].publicKey());
        return pairs[next].publicKey();
    }

    /**
     * A snapshot of the whole part, volatile memory included, and back to it after a command. What the two share is copied
     * by the first command that changes it, so that it belongs to the figure.
     */
    @Benchmark
    public ElementSnapshot snapshot() throws ElementException, IOException {
        ElementSnapshot snapshot = part.element().snapshot();
        session.writeBlock(GENERAL_DATA, 0, digest);
        part.element().restore(snapshot);
        return snapshot;
    }

    /** Peer: a signature by the JDK. */
    @Benchmark
    public byte[] peerJdkSign() throws GeneralSecurityException {
        jdkSigner.update(digest);
        return jdkSigner.sign();
    }

    /** Peer: a verification by the JDK. */
    @Benchmark
    public boolean peerJdkVerify() throws GeneralSecurityException {
        jdkVerifier.update(digest);
        return jdkVerifier.verify(jdkSignature);
    }
}
