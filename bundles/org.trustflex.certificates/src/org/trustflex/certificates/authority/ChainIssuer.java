package org.trustflex.certificates.authority;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateContent;
import org.trustflex.certificates.CertificateExtension;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.compressed.EncodedDates;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.definition.CertificateTemplate;
import org.trustflex.certificates.keys.P256KeyPair;

/**
 * Issues the certificates of a chain of one's own: names, numbers, dates, extensions and their order are those of the Trust
 * Platform Design Suite.
 */
public final class ChainIssuer {

    /** The serial number that stands for any device in the device template. */
    public static final SerialNumber TEMPLATE_SERIAL_NUMBER = new SerialNumber("012301020304050601");

    private static final EccPublicKey TEMPLATE_KEY = EccPublicKey.of(HexFormat.of().parseHex(
            "71f1a70da379a3fded6b5010bdad6e1fb9e8eba7df2c4b5c67d35eba84da09e7"
                    + "7ae8db2ccb9628eeeb85cdaab35c92e53e1c44d55a2ba7a024aa92603b68948a"));
    private static final List<CertificateExtension> ROOT_EXTENSIONS = List.of(
            CertificateExtension.SUBJECT_KEY_IDENTIFIER, CertificateExtension.AUTHORITY_KEY_IDENTIFIER,
            CertificateExtension.AUTHORITY);

    private final ChainProfile profile;
    private final SecureRandom random;
    private final Clock clock;

    /** An issuer of certificates that begin now. */
    public ChainIssuer(ChainProfile profile, SecureRandom random, Clock clock) {
        this.profile = profile;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes sure that certificates which begin now can be compressed into slots.
     *
     * @throws RejectedValue if clock and validities don't allow it
     */
    public void requireEncodable() throws RejectedValue {
        EncodedDates.latest(clock.instant(), profile.signerYears());
        EncodedDates.latest(clock.instant(), profile.deviceYears());
    }

    /** A self-signed root certificate. */
    public P256Certificate root(P256KeyPair key) {
        Instant now = clock.instant();
        CertificateTime end = profile.rootDays() == 0 ? CertificateTime.NO_EXPIRY
                : CertificateTime.of(now.plus(Duration.ofDays(profile.rootDays())));
        return new CertificateContent(SerialNumberSource.random(random), profile.root(), CertificateTime.of(now), end,
                profile.root(), key.publicKey(), KeyIdentifier.of(key.publicKey()), ROOT_EXTENSIONS,
                Optional.empty()).sign(key, random);
    }

    /** The signer's request for its certificate. */
    public CertificateRequest signerRequest(P256KeyPair signerKey) {
        CertificateTime now = CertificateTime.of(clock.instant());
        CertificateContent content = new CertificateContent(SerialNumberSource.random(random), profile.root(), now,
                now, profile.signer(), signerKey.publicKey(), KeyIdentifier.of(signerKey.publicKey()),
                CertificateTemplate.SIGNER_EXTENSIONS, Optional.empty());
        return CertificateRequest.sign(content, signerKey, random);
    }

    /**
     * The signer's certificate.
     *
     * @throws RejectedValue if the clock stands in a year that can't be compressed
     */
    public P256Certificate signer(CertificateRequest request, P256KeyPair rootKey, P256Certificate root)
            throws RejectedValue {
        EncodedDates dates = EncodedDates.latest(clock.instant(), profile.signerYears());
        return issue(request.publicKey(), dates, request.subject(), root, CertificateTemplate.SIGNER_EXTENSIONS)
                .sign(rootKey, random);
    }

    /**
     * A device's certificate.
     *
     * @param since the beginning of an earlier certificate of the device, which is kept if it can be
     * @throws RejectedValue if the clock stands in a year that can't be compressed
     */
    public P256Certificate device(SerialNumber serialNumber, EccPublicKey key, P256KeyPair signerKey,
            P256Certificate signer, Optional<Instant> since) throws RejectedValue {
        EncodedDates dates = EncodedDates.latest(since.orElse(clock.instant()), profile.deviceYears());
        return issue(key, dates, profile.device().of(profile.signerId(), serialNumber), signer,
                CertificateTemplate.DEVICE_EXTENSIONS).sign(signerKey, random);
    }

    /** The certificate of a device that is none, which shows firmware the form of all others. */
    public P256Certificate deviceTemplate(P256KeyPair signerKey, P256Certificate signer) throws RejectedValue {
        return device(TEMPLATE_SERIAL_NUMBER, TEMPLATE_KEY, signerKey, signer, Optional.empty());
    }

    private CertificateContent issue(EccPublicKey key, EncodedDates dates,
            CertificateName subject, P256Certificate authority,
            List<CertificateExtension> extensions) {
        try {
            return new CertificateContent(
                    SerialNumberSource.PUBLIC_KEY_HASH.serialNumber(key, TEMPLATE_SERIAL_NUMBER, profile.signerId(),
                            dates),
                    authority.subject().orElseThrow(), dates.notBefore(), dates.notAfter(), subject, key,
                    authority.subjectKeyIdentifier().orElseThrow(), extensions, Optional.empty());
        } catch (MalformedCertificate impossible) {
            throw new IllegalStateException("A hashed serial number is always one", impossible);
        }
    }
}
