package org.trustflex.certificates.keys;

import java.io.IOException;
import java.io.StringWriter;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** The PEM text form (RFC 7468) with the same line ends on every platform. */
public final class PemText {

    private PemText() {
    }

    /** One PEM block with a line end after it. */
    public static String of(String label, byte[] der) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        } catch (IOException impossible) {
            throw new IllegalStateException("A string writer does not fail", impossible);
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
