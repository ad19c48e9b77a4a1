package org.trustflex.certificates.definition;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateContent;
import org.trustflex.certificates.CertificateExtension;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.certificates.compressed.EncodedDates;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.compressed.SignerId;

/**
 * What all certificates of one kind have in common.
 *
 * @param templateId   the number that compressed certificates name it by, 0 to 15
 * @param chainId      the number of the chain, 0 to 15
 * @param serialSource where the certificate's serial number comes from
 * @param issuer       who signs
 * @param subject      whose key it is
 * @param expireYears  the usual validity, 0 for no expiry
 * @param extensions   in the order in which they stand
 */
public record CertificateTemplate(int templateId, int chainId, SerialNumberSource serialSource, NamePattern issuer,
        NamePattern subject, int expireYears, List<CertificateExtension> extensions) {

    /** The extensions of signers. */
    public static final List<CertificateExtension> SIGNER_EXTENSIONS = List.of(CertificateExtension.SIGNER_KEY_USAGE,
            CertificateExtension.LAST_AUTHORITY, CertificateExtension.SUBJECT_KEY_IDENTIFIER,
            CertificateExtension.AUTHORITY_KEY_IDENTIFIER);
    /** The extensions of devices. */
    public static final List<CertificateExtension> DEVICE_EXTENSIONS = List.of(CertificateExtension.END_ENTITY,
            CertificateExtension.DEVICE_KEY_USAGE, CertificateExtension.SUBJECT_KEY_IDENTIFIER,
            CertificateExtension.AUTHORITY_KEY_IDENTIFIER);

    /** Copies the list. */
    public CertificateTemplate {
        extensions = List.copyOf(extensions);
    }

    /**
     * What differs from certificate to certificate.
     *
     * @param publicKey      the subject's key
     * @param authority      names the key that signs
     * @param device         the device's serial number
     * @param networkAddress twelve hex digits, for templates with
     *                       {@link CertificateExtension#NETWORK_ADDRESS} alone
     */
    public record Subject(EccPublicKey publicKey, KeyIdentifier authority, SerialNumber device,
            Optional<String> networkAddress) {
    }

    /**
     * Everything in a certificate but the signature.
     *
     * @throws MalformedCertificate if the serial number is not told by these values
     */
    public CertificateContent content(EncodedDates dates, SignerId signerId, Subject of) throws MalformedCertificate {
        if (needsNetworkAddress() && of.networkAddress().isEmpty()) {
            throw new MalformedCertificate(Messages.text("template.networkaddress"));
        }
        BigInteger serialNumber = serialSource.serialNumber(of.publicKey(), of.device(), signerId, dates);
        return new CertificateContent(serialNumber, issuer.of(signerId, of.device()), dates.notBefore(),
                dates.notAfter(), subject.of(signerId, of.device()), of.publicKey(), of.authority(), extensions,
                of.networkAddress());
    }

    /**
     * The certificate that was compressed. Whether its signature fits is not checked.
     *
     * @throws MalformedCertificate if it was compressed by another definition
     */
    public P256Certificate rebuild(CompressedCertificate compressed, Subject of) throws MalformedCertificate {
        if (compressed.templateId() != templateId || compressed.chainId() != chainId
                || compressed.serialSource() != serialSource) {
            throw new MalformedCertificate(Messages.text("template.other", compressed.templateId(),
                    compressed.chainId(), compressed.serialSource(), templateId, chainId, serialSource));
        }
        return content(compressed.dates(), compressed.signerId(), of).withSignature(compressed.signature());
    }

    /**
     * The 72 bytes from which {@link #rebuild} makes this certificate again.
     *
     * @throws MalformedCertificate if they would make another certificate
     */
    public CompressedCertificate compress(P256Certificate certificate, SignerId signerId, Subject of)
            throws MalformedCertificate {
        CompressedCertificate compressed = new CompressedCertificate(certificate.signature(),
                EncodedDates.of(certificate.notBefore(), certificate.notAfter()), signerId, templateId, chainId,
                serialSource, 0);
        P256Certificate rebuilt = rebuild(compressed, of);
        if (!rebuilt.equals(certificate)) {
            throw new MalformedCertificate(Messages.text("template.unfit", certificate.subjectText(),
                    org.trustflex.certificates.FieldDifference.between(certificate, rebuilt)));
        }
        return compressed;
    }

    /** Whether the device's network address stands in it. */
    public boolean needsNetworkAddress() {
        return extensions.contains(CertificateExtension.NETWORK_ADDRESS);
    }
}
