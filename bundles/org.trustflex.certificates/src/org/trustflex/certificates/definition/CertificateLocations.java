package org.trustflex.certificates.definition;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.definition.DerElement.Location;

/** Where in the DER of a certificate the parts stand that differ from device to device. */
final class CertificateLocations {

    private static final int SERIAL_NUMBER = 1;
    private static final int ISSUER = 3;
    private static final int VALIDITY = 4;
    private static final int SUBJECT = 5;
    private static final int PUBLIC_KEY = 6;
    private static final int EXTENSIONS = 7;
    private static final int COMMON_NAME = 1;
    private static final int KEY_IDENTIFIER = 20;
    private static final int UTC_TIME = 13;
    private static final int GENERALIZED_TIME = 15;

    private final P256Certificate certificate;
    private final DerElement whole;
    private final DerElement tbs;

    CertificateLocations(P256Certificate certificate) {
        this.certificate = certificate;
        this.whole = DerElement.of(ASN1Sequence.getInstance(certificate.der()));
        this.tbs = whole.child(0);
    }

    Location tbs() {
        return tbs.all();
    }

    /** The whole bit string: the design suite's definitions count it so. */
    Location signature() {
        return whole.child(2).all();
    }

    Location publicKey() {
        return tbs.child(PUBLIC_KEY).end(EccPublicKey.LENGTH);
    }

    Location serialNumber() {
        DerElement number = tbs.child(SERIAL_NUMBER);
        return number.end(((ASN1Integer) number.primitive()).getValue().toByteArray().length);
    }

    Location notBefore() {
        return time(0, certificate.notBefore());
    }

    Location notAfter() {
        return time(1, certificate.notAfter());
    }

    private Location time(int index, CertificateTime time) {
        boolean utc = time.form() == CertificateTime.Form.UTC_TIME;
        return tbs.child(VALIDITY).child(index).end(utc ? UTC_TIME : GENERALIZED_TIME);
    }

    /** The last characters of the issuer's common name. */
    Location endOfIssuer(int count) {
        return commonName(ISSUER).end(count);
    }

    /** The last characters of the subject's common name. */
    Location endOfSubject(int count) {
        return commonName(SUBJECT).end(count);
    }

    private DerElement commonName(int name) {
        return tbs.child(name).child(COMMON_NAME).child(0).child(1);
    }

    Location subjectKeyIdentifier() {
        return extension(Extension.subjectKeyIdentifier).end(KEY_IDENTIFIER);
    }

    Location authorityKeyIdentifier() {
        return extension(Extension.authorityKeyIdentifier).end(KEY_IDENTIFIER);
    }

    private DerElement extension(ASN1ObjectIdentifier identifier) {
        DerElement extensions = tbs.child(EXTENSIONS).tagged();
        int count = ((ASN1Sequence) extensions.primitive()).size();
        for (int i = 0; i < count; i++) {
            DerElement extension = extensions.child(i);
            ASN1Primitive found = extension.child(0).primitive();
            if (found.equals(identifier)) {
                return extension;
            }
        }
        throw new IllegalArgumentException("The certificate has no extension " + identifier);
    }
}
