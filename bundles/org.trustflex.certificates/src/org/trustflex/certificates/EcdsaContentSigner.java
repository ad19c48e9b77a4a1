package org.trustflex.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;

import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.util.BigIntegers;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.Sha256;

/** Puts an ECDSA signature under what a builder writes, wherever the signature comes from. */
final class EcdsaContentSigner implements ContentSigner {

    static final AlgorithmIdentifier ECDSA_WITH_SHA256 = new AlgorithmIdentifier(
            X9ObjectIdentifiers.ecdsa_with_SHA256);

    private static final BigInteger ORDER = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getN();
    private static final int COORDINATE = 32;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final Function<byte[], EcdsaSignature> signature;

    EcdsaContentSigner(Function<byte[], EcdsaSignature> signature) {
        this.signature = signature;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return ECDSA_WITH_SHA256;
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        byte[] rs = signature.apply(Sha256.of(content.toByteArray())).bytes();
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, new BigInteger(1, Arrays.copyOf(rs, COORDINATE)),
                    new BigInteger(1, Arrays.copyOfRange(rs, COORDINATE, rs.length)));
        } catch (IOException | IllegalArgumentException outOfRange) {
            throw new IllegalArgumentException("No ECDSA signature has such numbers", outOfRange);
        }
    }

    static EcdsaSignature decode(byte[] der) throws MalformedCertificate {
        try {
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(ORDER, der);
            byte[] both = new byte[EcdsaSignature.LENGTH];
            System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, rs[0]), 0, both, 0, COORDINATE);
            System.arraycopy(BigIntegers.asUnsignedByteArray(COORDINATE, rs[1]), 0, both, COORDINATE, COORDINATE);
            return EcdsaSignature.of(both);
        } catch (IOException | RuntimeException damaged) {
            throw new MalformedCertificate(Messages.text("certificate.signature"), damaged);
        }
    }
}
