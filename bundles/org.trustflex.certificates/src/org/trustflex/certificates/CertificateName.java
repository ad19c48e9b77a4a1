package org.trustflex.certificates;

import java.util.Optional;

import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * A name as all TrustFLEX certificates have it: organisation, then common name, both as UTF8String.
 *
 * @param organization the organisation (O)
 * @param commonName   the common name (CN)
 */
public record CertificateName(String organization, String commonName) {

    /** The name that is O then CN and nothing else, if it is. */
    static Optional<CertificateName> of(X500Name name) {
        RDN[] parts = name.getRDNs();
        if (parts.length != 2) {
            return Optional.empty();
        }
        CertificateName simple = new CertificateName(parts[0].getFirst().getValue().toString(),
                parts[1].getFirst().getValue().toString());
        return simple.x500().equals(name) ? Optional.of(simple) : Optional.empty();
    }

    X500Name x500() {
        return new X500NameBuilder().addRDN(BCStyle.O, new DERUTF8String(organization))
                .addRDN(BCStyle.CN, new DERUTF8String(commonName)).build();
    }

    @Override
    public String toString() {
        return NameText.of(x500());
    }
}
