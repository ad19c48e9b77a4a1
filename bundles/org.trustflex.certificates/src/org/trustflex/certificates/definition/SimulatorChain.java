package org.trustflex.certificates.definition;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.CertificateContent;
import org.trustflex.certificates.CertificateExtension;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.EncodedDates;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.CertificateTemplate.Subject;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.UnusableKeyException;

/**
 * The chain that simulated parts are delivered with. Its keys are no secret: each is the SHA-256 of a sentence in this
 * file, so that everybody can make such certificates and nobody has a reason to trust them. The names say what they are,
 * and the chain number is one that no real part has.
 */
public final class SimulatorChain {

    /** The code in the OTP zone of simulated parts. */
    public static final String OTP_CODE = "simTFLX1";
    /** The organisation in all names. */
    public static final String ORGANIZATION = "TrustFLEX Simulator";

    private static final String ROOT_SENTENCE = "Private key of the TrustFLEX Simulator root. It is no secret.";
    private static final String SIGNER_SENTENCE = "Private key of the TrustFLEX Simulator signer. It is no secret.";
    private static final CertificateName ROOT_NAME = new CertificateName(ORGANIZATION,
            "TrustFLEX Simulator Root CA");
    private static final NamePattern SIGNER_NAME = NamePattern.signer(ORGANIZATION, "TrustFLEX Simulator Signer ");
    private static final NamePattern DEVICE_NAME = NamePattern.device(ORGANIZATION, "TrustFLEX Simulator sn");
    private static final SignerId SIGNER_ID = new SignerId("5A5A");
    private static final int CHAIN = 15;
    private static final int SIGNER_YEARS = 0;
    private static final int DEVICE_YEARS = 28;
    private static final LocalDateTime SIGNER_ISSUED = LocalDateTime.of(2024, 1, 1, 0, 0);
    /** Made once with the keys above, so that root and signer are the same certificates everywhere. */
    private static final EcdsaSignature ROOT_SIGNATURE = EcdsaSignature.parse(
            "ca69819e0ea63af1c4106b35ef272353473ca0a7c966d02dae65b87c936ac7ed"
                    + "9b3172b0d3f77ec0bd168990ec923018b573f82e6ea69b9dbcba67b47114c636");
    private static final EcdsaSignature SIGNER_SIGNATURE = EcdsaSignature.parse(
            "817b97cfef3d64732f6a17c8ff07ed30832577b35d4eb30cd932b032bfd14058"
                    + "a89565f5c430addc9971f48230a6ed7b5994d1d2b37a631cb23b0bff54c6a183");

    /** The trust anchor. */
    static final P256Certificate ROOT = rootContent().withSignature(ROOT_SIGNATURE);

    /** The definition with its trust anchor. */
    public static final ChainDefinition DEFINITION = new ChainDefinition(Messages.text("title.simulator"), true, ROOT,
            new CertificateTemplate(1, CHAIN, SerialNumberSource.PUBLIC_KEY_HASH, NamePattern.fixed(ROOT_NAME),
                    SIGNER_NAME, SIGNER_YEARS, CertificateTemplate.SIGNER_EXTENSIONS),
            new CertificateTemplate(2, CHAIN, SerialNumberSource.PUBLIC_KEY_HASH, SIGNER_NAME, DEVICE_NAME,
                    DEVICE_YEARS, CertificateTemplate.DEVICE_EXTENSIONS));

    private SimulatorChain() {
    }

    /**
     * What slots 10 to 12 of a new simulated part hold.
     *
     * @param slot0 the public key of slot 0
     */
    public static CertificateSlots forPart(SerialNumber serialNumber, EccPublicKey slot0, SecureRandom random,
            Clock clock) {
        try {
            P256Certificate signer = signerContent().withSignature(SIGNER_SIGNATURE);
            EncodedDates dates = EncodedDates.latest(clock.instant(), DEVICE_YEARS);
            P256Certificate device = DEFINITION.device()
                    .content(dates, SIGNER_ID, new Subject(slot0, KeyIdentifier.of(signer.publicKey()), serialNumber,
                            Optional.empty()))
                    .sign(signerKey(), random);
            return DEFINITION.compress(new CertificateChain(device, signer, ROOT), serialNumber, Optional.empty());
        } catch (RejectedValue | MalformedCertificate impossible) {
            throw new IllegalArgumentException("No simulated certificate for this key at " + clock.instant(),
                    impossible);
        }
    }

    /** The 64 bytes of the OTP zone of simulated parts: the code, then zeros. */
    public static byte[] otpZone() {
        return Arrays.copyOf(OTP_CODE.getBytes(StandardCharsets.US_ASCII), 64);
    }

    static CertificateContent rootContent() {
        EccPublicKey key = rootKey().publicKey();
        return new CertificateContent(new BigInteger("54727573744645582053696d756c6174", 16), ROOT_NAME,
                CertificateTime.of(Instant.parse("2024-01-01T00:00:00Z")), CertificateTime.NO_EXPIRY, ROOT_NAME, key,
                KeyIdentifier.of(key),
                List.of(CertificateExtension.SUBJECT_KEY_IDENTIFIER, CertificateExtension.AUTHORITY_KEY_IDENTIFIER,
                        CertificateExtension.AUTHORITY),
                Optional.empty());
    }

    static CertificateContent signerContent() throws MalformedCertificate {
        return DEFINITION.signer().content(EncodedDates.of(SIGNER_ISSUED, SIGNER_YEARS), SIGNER_ID,
                new Subject(signerKey().publicKey(), KeyIdentifier.of(rootKey().publicKey()),
                        NamePattern.NO_DEVICE, Optional.empty()));
    }

    static P256KeyPair rootKey() {
        return key(ROOT_SENTENCE);
    }

    private static P256KeyPair signerKey() {
        return key(SIGNER_SENTENCE);
    }

    private static P256KeyPair key(String sentence) {
        try {
            return P256KeyPair.of(Sha256.of(sentence.getBytes(StandardCharsets.US_ASCII)));
        } catch (UnusableKeyException impossible) {
            throw new IllegalStateException("The digest of the sentence is no private key", impossible);
        }
    }
}
