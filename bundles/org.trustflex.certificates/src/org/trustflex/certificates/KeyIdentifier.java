package org.trustflex.certificates;

import java.util.HexFormat;

import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256PublicKey;

/**
 * Names a public key: the SHA-1 of its point (RFC 5280, section 4.2.1.2, method 1). A device certificate's is the thing ID
 * of the cloud use cases.
 *
 * @param hex lower-case hex digits, 40 of them where the method is that one
 */
public record KeyIdentifier(String hex) {

    /** The identifier of a key. */
    public static KeyIdentifier of(EccPublicKey key) {
        SubjectPublicKeyInfo info = new P256PublicKey(key).info();
        return of(new BcX509ExtensionUtils().createSubjectKeyIdentifier(info).getKeyIdentifier());
    }

    /** The identifier in bytes. */
    public static KeyIdentifier of(byte[] bytes) {
        return new KeyIdentifier(HexFormat.of().formatHex(bytes));
    }

    /** The bytes, 20 of them where the method is that one. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
