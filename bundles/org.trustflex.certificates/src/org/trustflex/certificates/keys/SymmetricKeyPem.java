package org.trustflex.certificates.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The file form of a secret key that the Trust Platform Design Suite uses: PEM with the label "SYMMETRIC KEY", in it an
 * algorithm identifier and a bit string of the byte 04 and the key. The key begins at byte 17.
 */
public final class SymmetricKeyPem {

    private static final String LABEL = "SYMMETRIC KEY";
    private static final ASN1ObjectIdentifier ALGORITHM = new ASN1ObjectIdentifier("1.2.840.10060.3.1");
    private static final byte UNCOMPRESSED = 0x04;

    private SymmetricKeyPem() {
    }

    /** The key as PEM text, without a line end after the last line, as the design suite writes it. */
    public static String write(byte[] key) {
        byte[] tagged = new byte[key.length + 1];
        tagged[0] = UNCOMPRESSED;
        System.arraycopy(key, 0, tagged, 1, key.length);
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            DERSequence der = new DERSequence(
                    new org.bouncycastle.asn1.ASN1Encodable[] { new DERSequence(ALGORITHM), new DERBitString(tagged) });
            writer.writeObject(new PemObject(LABEL, der.getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("A string writer does not fail", impossible);
        } finally {
            Arrays.fill(tagged, (byte) 0);
        }
        return text.toString().stripTrailing().replace(System.lineSeparator(), "\n");
    }

    /**
     * Reads a key.
     *
     * @param length how many bytes it must have
     * @throws UnusableKeyException if the text holds no such key
     */
    public static byte[] read(String pem, int length) throws UnusableKeyException {
        byte[] key = decode(content(pem));
        if (key.length != length) {
            throw new UnusableKeyException(Messages.text("secret.length", key.length, length));
        }
        return key;
    }

    private static byte[] content(String pem) throws UnusableKeyException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !LABEL.equals(object.getType())) {
                throw new UnusableKeyException(Messages.text("secret.nopem"));
            }
            return object.getContent();
        } catch (IOException | RuntimeException damaged) {
            throw new UnusableKeyException(Messages.text("secret.damaged"));
        }
    }

    private static byte[] decode(byte[] der) throws UnusableKeyException {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(der);
            byte[] tagged = ASN1BitString.getInstance(sequence.getObjectAt(1)).getOctets();
            if (sequence.size() != 2 || tagged.length == 0 || tagged[0] != UNCOMPRESSED) {
                throw new UnusableKeyException(Messages.text("secret.damaged"));
            }
            return Arrays.copyOfRange(tagged, 1, tagged.length);
        } catch (RuntimeException notOurStructure) {
            throw new UnusableKeyException(Messages.text("secret.damaged"));
        }
    }
}
