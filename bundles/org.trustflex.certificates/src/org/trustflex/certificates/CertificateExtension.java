package org.trustflex.certificates;

import java.io.IOException;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/** The extensions of Trust Platform certificates. Their order in a certificate is part of its definition. */
public enum CertificateExtension {
    /** RFC 5280, section 4.2.1.2. */
    SUBJECT_KEY_IDENTIFIER(Extension.subjectKeyIdentifier, false),
    /** RFC 5280, section 4.2.1.1, with the key identifier alone. */
    AUTHORITY_KEY_IDENTIFIER(Extension.authorityKeyIdentifier, false),
    /** Basic constraints of a root: a certificate authority (RFC 5280, section 4.2.1.9). */
    AUTHORITY(Extension.basicConstraints, true),
    /** Basic constraints of a signer: a certificate authority with no other below it. */
    LAST_AUTHORITY(Extension.basicConstraints, true),
    /** Basic constraints of a device: no certificate authority. */
    END_ENTITY(Extension.basicConstraints, true),
    /** Key usage of a signer: digital signature, certificate signing, CRL signing (RFC 5280, section 4.2.1.3). */
    SIGNER_KEY_USAGE(Extension.keyUsage, true),
    /** Key usage of a device: digital signature, key agreement. */
    DEVICE_KEY_USAGE(Extension.keyUsage, true),
    /** A directory name with the device's network address (RFC 5280, section 4.2.1.6). */
    NETWORK_ADDRESS(Extension.subjectAlternativeName, false);

    private final ASN1ObjectIdentifier identifier;
    private final boolean critical;

    CertificateExtension(ASN1ObjectIdentifier identifier, boolean critical) {
        this.identifier = identifier;
        this.critical = critical;
    }

    /** The extension as it stands in a certificate of the given content. */
    Extension encode(CertificateContent content) {
        try {
            return new Extension(identifier, critical, value(content).toASN1Primitive().getEncoded("DER"));
        } catch (IOException impossible) {
            throw new IllegalStateException("Encoding into memory does not fail", impossible);
        }
    }

    private ASN1Encodable value(CertificateContent content) {
        return switch (this) {
            case SUBJECT_KEY_IDENTIFIER ->
                new SubjectKeyIdentifier(KeyIdentifier.of(content.publicKey()).bytes());
            case AUTHORITY_KEY_IDENTIFIER -> new AuthorityKeyIdentifier(content.authorityKeyIdentifier().bytes());
            case AUTHORITY -> new BasicConstraints(true);
            case LAST_AUTHORITY -> new BasicConstraints(0);
            case END_ENTITY -> new BasicConstraints(false);
            case SIGNER_KEY_USAGE ->
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign);
            case DEVICE_KEY_USAGE -> new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyAgreement);
            case NETWORK_ADDRESS -> new GeneralNames(new GeneralName(networkAddress(content)));
        };
    }

    private static X500Name networkAddress(CertificateContent content) {
        String address = content.networkAddress()
                .orElseThrow(() -> new IllegalArgumentException("This certificate needs a network address"));
        return new X500NameBuilder().addRDN(BCStyle.SERIALNUMBER, new DERPrintableString("eui48_" + address)).build();
    }
}
