package org.trustflex.certificates.definition;

import java.io.IOException;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * A part of a DER encoding and where it begins in the whole. Everything in DER is the end of what contains it, so places
 * are counted from the end, and nothing needs to know how lengths are encoded.
 *
 * @param offset    bytes before it in the whole
 * @param length    its own bytes, tag and length among them
 * @param primitive what it is
 */
record DerElement(int offset, int length, ASN1Primitive primitive) {

    /** A place in the whole, as the certificate definitions of CryptoAuthLib give it. */
    record Location(int offset, int count) {
    }

    static DerElement of(ASN1Primitive whole) {
        return new DerElement(0, size(whole), whole);
    }

    /** The child of that number of a sequence or set. */
    DerElement child(int index) {
        ASN1Encodable[] children = primitive instanceof ASN1Sequence sequence ? sequence.toArray()
                : ((ASN1Set) primitive).toArray();
        int after = 0;
        for (int i = children.length - 1; i > index; i--) {
            after += size(children[i]);
        }
        int own = size(children[index]);
        return new DerElement(offset + length - after - own, own, children[index].toASN1Primitive());
    }

    /** What an explicit tag is put around. */
    DerElement tagged() {
        ASN1Primitive inner = ((ASN1TaggedObject) primitive).getExplicitBaseObject().toASN1Primitive();
        return new DerElement(offset + length - size(inner), size(inner), inner);
    }

    /** The last bytes of it. */
    Location end(int count) {
        return new Location(offset + length - count, count);
    }

    /** All of it. */
    Location all() {
        return new Location(offset, length);
    }

    private static int size(ASN1Encodable part) {
        try {
            return part.toASN1Primitive().getEncoded("DER").length;
        } catch (IOException impossible) {
            throw new IllegalStateException("Encoding into memory does not fail", impossible);
        }
    }
}
