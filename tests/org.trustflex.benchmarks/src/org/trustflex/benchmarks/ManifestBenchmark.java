package org.trustflex.benchmarks;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.manifest.ElementEntry;
import org.trustflex.certificates.manifest.LogSigner;
import org.trustflex.certificates.manifest.Manifest;
import org.trustflex.certificates.manifest.ManifestKey;

/** Milliseconds for a manifest of 1,000 devices: entries made, signed and written as text. The peer is jose4j's ES256. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ManifestBenchmark {

    private static final int DEVICES = 1000;

    private final SecureRandom random = new SecureRandom();
    private final List<ManifestKey> keys = new ArrayList<>();
    private LogSigner signer;
    private KeyPair peerKey;
    private String payload;

    /** Eight keys as in a real entry, and who signs. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        for (int slot : new int[] { 0, 1, 2, 3, 4, 13, 14, 15 }) {
            keys.add(new ManifestKey(slot, P256KeyPair.generate(random).publicKey(), List.of()));
        }
        signer = LogSigner.create(P256KeyPair.generate(random), true, random, Clock.systemUTC());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        peerKey = generator.generateKeyPair();
        payload = signer.sign(entry(0), random).payload();
    }

    private ElementEntry entry(int device) {
        SerialNumber serial = new SerialNumber(String.format(Locale.ROOT, "0123F51D%08X01", device));
        return new ElementEntry("ATECC608B", "ATECC608B-TFLXTLS", true, Instant.EPOCH, serial, keys);
    }

    /** The manifest. */
    @Benchmark
    public String manifestOfThousandDevices() {
        Manifest manifest = Manifest.EMPTY;
        for (int device = 0; device < DEVICES; device++) {
            manifest = manifest.with(signer.sign(entry(device), random));
        }
        return manifest.text();
    }

    /** Peer: 1,000 signatures over payloads of the same size. */
    @Benchmark
    public int peerThousandSignatures() throws JoseException {
        int length = 0;
        for (int device = 0; device < DEVICES; device++) {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("ES256");
            signature.setKey(peerKey.getPrivate());
            signature.setPayload(payload);
            length += signature.getCompactSerialization().length();
        }
        return length;
    }
}
