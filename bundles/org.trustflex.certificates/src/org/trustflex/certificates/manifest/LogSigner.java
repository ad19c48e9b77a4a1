package org.trustflex.certificates.manifest;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.CertificateContent;
import org.trustflex.certificates.CertificateExtension;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.certificates.keys.P256KeyPair;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;

/** The key and certificate that manifests are signed with (JSON web signature, ES256; RFC 7515, RFC 7518). */
public final class LogSigner {

    private static final CertificateName NAME = new CertificateName("Microchip Technology Inc",
            "Secure Products Group");
    private static final CertificateName SIMULATOR_NAME = new CertificateName(SimulatorChain.ORGANIZATION,
            "Manifests of simulated parts");
    private static final Duration VALIDITY = Duration.ofDays(25L * 365);

    private final P256KeyPair key;
    private final P256Certificate certificate;

    private LogSigner(P256KeyPair key, P256Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * A new self-signed log signer for a key.
     *
     * @param simulated whether it is for simulated parts, which its name then says
     */
    public static LogSigner create(P256KeyPair key, boolean simulated, SecureRandom random, Clock clock) {
        Instant now = clock.instant();
        CertificateName name = simulated ? SIMULATOR_NAME : NAME;
        P256Certificate certificate = new CertificateContent(SerialNumberSource.random(random), name,
                CertificateTime.of(now), CertificateTime.of(now.plus(VALIDITY)), name, key.publicKey(),
                KeyIdentifier.of(key.publicKey()),
                List.of(CertificateExtension.SUBJECT_KEY_IDENTIFIER, CertificateExtension.AUTHORITY),
                Optional.empty()).sign(key, random);
        return new LogSigner(key, certificate);
    }

    /**
     * A log signer from its files.
     *
     * @throws MalformedCertificate if the certificate is another key's, or lacks the identifier of its key
     */
    public static LogSigner of(P256KeyPair key, P256Certificate certificate) throws MalformedCertificate {
        if (!certificate.publicKey().equals(key.publicKey())) {
            throw new MalformedCertificate(Messages.text("logsigner.key"));
        }
        if (certificate.subjectKeyIdentifier().isEmpty()) {
            throw new MalformedCertificate(Messages.text("logsigner.ski"));
        }
        return new LogSigner(key, certificate);
    }

    /** The certificate with which others verify. */
    public P256Certificate certificate() {
        return certificate;
    }

    /** Whether it is one for simulated parts. */
    public boolean isForSimulatedParts() {
        return certificate.organization().equals(SimulatorChain.ORGANIZATION);
    }

    /**
     * Signs an entry.
     *
     * @throws IllegalArgumentException if the entry is of a simulated part and this signer is not, or the other way round
     */
    public SignedElement sign(ElementEntry entry, SecureRandom random) {
        if (entry.simulated() != isForSimulatedParts()) {
            throw new IllegalArgumentException("Simulated and real parts have log signers of their own");
        }
        try {
            JWSObject object = new JWSObject(header(certificate), new Payload(entry.payload()));
            object.sign(new Signer(key, random));
            return new SignedElement(object.getPayload().toBase64URL().toString(),
                    object.getHeader().toBase64URL().toString(), entry.uniqueId(), object.getSignature().toString());
        } catch (JOSEException | java.text.ParseException impossible) {
            throw new IllegalStateException("Signing with a key at hand does not fail", impossible);
        }
    }

    private static JWSHeader header(P256Certificate certificate) throws java.text.ParseException {
        JsonObject header = new JsonObject();
        header.addProperty("typ", "JWT");
        header.addProperty("alg", "ES256");
        header.addProperty("kid", keyIdentifier(certificate));
        header.addProperty("x5t#S256", thumbprint(certificate));
        return JWSHeader.parse(Base64URL.encode(header.toString()));
    }

    static String keyIdentifier(P256Certificate certificate) {
        return certificate.subjectKeyIdentifier().map(identifier -> base64url(identifier.bytes())).orElse("");
    }

    static String thumbprint(P256Certificate certificate) {
        return base64url(certificate.thumbprint());
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** ES256 with a key pair of ours. */
    private record Signer(P256KeyPair key, SecureRandom random) implements JWSSigner {

        @Override
        public Base64URL sign(JWSHeader header, byte[] signingInput) {
            return Base64URL.encode(key.sign(Sha256.of(signingInput), random).bytes());
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return Set.of(JWSAlgorithm.ES256);
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
