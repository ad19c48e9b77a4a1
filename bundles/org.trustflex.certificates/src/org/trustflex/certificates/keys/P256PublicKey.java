package org.trustflex.certificates.keys;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;

/**
 * A device's public key as the host's cryptography sees it: a point on the curve P-256, with the forms that X.509 and PEM
 * give it (RFC 5480).
 *
 * @param key X and Y
 */
public record P256PublicKey(EccPublicKey key) {

    private static final ECDomainParameters P256 = new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1,
            SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));
    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey,
            SECObjectIdentifiers.secp256r1);
    private static final String LABEL = "PUBLIC KEY";
    private static final byte UNCOMPRESSED = 4;
    private static final int COORDINATE = 32;

    /**
     * The key in a SubjectPublicKeyInfo.
     *
     * @throws UnusableKeyException if it is not an uncompressed point on P-256
     */
    public static P256PublicKey of(SubjectPublicKeyInfo info) throws UnusableKeyException {
        byte[] point = info.getPublicKeyData().getOctets();
        if (!info.getAlgorithm().equals(ALGORITHM) || point.length != EccPublicKey.LENGTH + 1
                || point[0] != UNCOMPRESSED) {
            throw new UnusableKeyException(Messages.text("public.notp256"));
        }
        P256PublicKey key = new P256PublicKey(EccPublicKey.of(Arrays.copyOfRange(point, 1, point.length)));
        if (!key.isOnCurve()) {
            throw new UnusableKeyException(Messages.text("public.offcurve"));
        }
        return key;
    }

    /**
     * Reads a "PUBLIC KEY" PEM block.
     *
     * @throws UnusableKeyException if the text holds none, or none on P-256
     */
    public static P256PublicKey fromPem(String pem) throws UnusableKeyException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !LABEL.equals(object.getType())) {
                throw new UnusableKeyException(Messages.text("public.nopem"));
            }
            return of(SubjectPublicKeyInfo.getInstance(object.getContent()));
        } catch (IOException | RuntimeException damaged) {
            throw new UnusableKeyException(Messages.text("public.damaged"), damaged);
        }
    }

    /** The key as SubjectPublicKeyInfo (RFC 5480, section 2). */
    public SubjectPublicKeyInfo info() {
        return new SubjectPublicKeyInfo(ALGORITHM, point());
    }

    /** The key in a "PUBLIC KEY" PEM block (RFC 7468, section 13). */
    public String pem() {
        try {
            return PemText.of(LABEL, info().getEncoded());
        } catch (IOException impossible) {
            throw new IllegalStateException("Encoding into memory does not fail", impossible);
        }
    }

    /** The uncompressed point: 04, X, Y. */
    public byte[] point() {
        byte[] xy = key.bytes();
        byte[] point = new byte[xy.length + 1];
        point[0] = UNCOMPRESSED;
        System.arraycopy(xy, 0, point, 1, xy.length);
        return point;
    }

    /** Whether X and Y are the coordinates of a point on the curve. */
    public boolean isOnCurve() {
        BigInteger field = P256.getCurve().getField().getCharacteristic();
        return x().compareTo(field) < 0 && y().compareTo(field) < 0 && curvePoint().isValid();
    }

    /**
     * Whether the signature over the digest was made by the private half of this key.
     *
     * @param digest 32 bytes
     */
    public boolean verifies(byte[] digest, EcdsaSignature signature) {
        if (!isOnCurve()) {
            return false;
        }
        byte[] rs = signature.bytes();
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(curvePoint(), P256));
        return verifier.verifySignature(digest, new BigInteger(1, Arrays.copyOf(rs, COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(rs, COORDINATE, rs.length)));
    }

    private ECPoint curvePoint() {
        return P256.getCurve().createPoint(x(), y());
    }

    private BigInteger x() {
        return new BigInteger(1, Arrays.copyOf(key.bytes(), COORDINATE));
    }

    private BigInteger y() {
        return new BigInteger(1, Arrays.copyOfRange(key.bytes(), COORDINATE, EccPublicKey.LENGTH));
    }
}
