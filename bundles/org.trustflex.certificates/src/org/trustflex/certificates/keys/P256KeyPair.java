package org.trustflex.certificates.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.SecureRandom;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;

/** A P-256 key pair on the host: an authority's, a rotating key's. Kept in PKCS#8 PEM (RFC 5958, RFC 7468). */
public final class P256KeyPair {

    private static final ECDomainParameters P256 = new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1,
            SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));
    private static final int COORDINATE = 32;

    private final ECPrivateKeyParameters privateKey;
    private final EccPublicKey publicKey;

    private P256KeyPair(BigInteger d) {
        this.privateKey = new ECPrivateKeyParameters(d, P256);
        this.publicKey = publicKeyOf(d);
    }

    /** A new key pair. */
    public static P256KeyPair generate(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(P256, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new P256KeyPair(((ECPrivateKeyParameters) pair.getPrivate()).getD());
    }

    /**
     * The key pair with the given private key.
     *
     * @param privateKey 32 bytes, big-endian
     * @throws UnusableKeyException if the number is 0 or not below the order of the curve
     */
    public static P256KeyPair of(byte[] privateKey) throws UnusableKeyException {
        return of(new BigInteger(1, privateKey));
    }

    private static P256KeyPair of(BigInteger d) throws UnusableKeyException {
        if (d.signum() <= 0 || d.compareTo(P256.getN()) >= 0) {
            throw new UnusableKeyException(Messages.text("key.damaged", "0 < d < n"));
        }
        return new P256KeyPair(d);
    }

    /**
     * Reads an unencrypted private key in PKCS#8 PEM, or in the older "EC PRIVATE KEY" form.
     *
     * @throws UnusableKeyException if there is none, or none on P-256
     */
    public static P256KeyPair fromPem(String pem) throws UnusableKeyException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(privateKeyInfo(parser));
            if (!(key instanceof ECPrivateKeyParameters ec) || !isP256(ec.getParameters())) {
                throw new UnusableKeyException(Messages.text("key.notp256"));
            }
            return of(ec.getD());
        } catch (IOException | RuntimeException damaged) {
            throw new UnusableKeyException(Messages.text("key.damaged", damaged.getMessage()));
        }
    }

    private static PrivateKeyInfo privateKeyInfo(PEMParser parser) throws IOException, UnusableKeyException {
        Object content = nextObject(parser);
        // OpenSSL puts the curve's name as a block of its own before an "EC PRIVATE KEY".
        if (content instanceof org.bouncycastle.asn1.ASN1ObjectIdentifier) {
            content = nextObject(parser);
        }
        if (content instanceof PrivateKeyInfo info) {
            return info;
        }
        if (content instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (content instanceof PKCS8EncryptedPrivateKeyInfo || content instanceof PEMEncryptedKeyPair) {
            throw new UnusableKeyException(Messages.text("key.encrypted"));
        }
        throw new UnusableKeyException(Messages.text("key.notprivate", content.getClass().getSimpleName()));
    }

    private static Object nextObject(PEMParser parser) throws IOException, UnusableKeyException {
        Object content;
        try {
            content = parser.readObject();
        } catch (PEMException damaged) {
            throw new UnusableKeyException(Messages.text("key.damaged", damaged.getMessage()));
        }
        if (content == null) {
            throw new UnusableKeyException(Messages.text("key.nopem"));
        }
        return content;
    }

    private static boolean isP256(ECDomainParameters parameters) {
        return parameters.getCurve().equals(P256.getCurve()) && parameters.getG().equals(P256.getG());
    }

    private static EccPublicKey publicKeyOf(BigInteger d) {
        ECPoint point = P256.getG().multiply(d).normalize();
        byte[] bytes = new byte[EccPublicKey.LENGTH];
        System.arraycopy(point.getAffineXCoord().getEncoded(), 0, bytes, 0, COORDINATE);
        System.arraycopy(point.getAffineYCoord().getEncoded(), 0, bytes, COORDINATE, COORDINATE);
        return EccPublicKey.of(bytes);
    }

    /** The public half. */
    public EccPublicKey publicKey() {
        return publicKey;
    }

    /**
     * Signs a digest with ECDSA.
     *
     * @param digest 32 bytes
     */
    public EcdsaSignature sign(byte[] digest, SecureRandom random) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(privateKey, random));
        BigInteger[] rs = signer.generateSignature(digest);
        byte[] signature = new byte[EcdsaSignature.LENGTH];
        // r and s are numbers: one in 256 needs no more than 31 bytes and must be padded in front.
        System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, rs[0]), 0, signature, 0, COORDINATE);
        System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, rs[1]), 0, signature, COORDINATE, COORDINATE);
        return EcdsaSignature.of(signature);
    }

    /** The pair as unencrypted PKCS#8 in PEM, with the public key inside. */
    public String toPem() {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(
                    new PemObject("PRIVATE KEY", PrivateKeyInfoFactory.createPrivateKeyInfo(privateKey).getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("A string writer does not fail", impossible);
        }
        return text.toString();
    }

    /** Says which key it is, never the private half. */
    @Override
    public String toString() {
        return "key pair of " + publicKey;
    }
}
