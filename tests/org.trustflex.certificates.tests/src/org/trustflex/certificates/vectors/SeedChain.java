package org.trustflex.certificates.vectors;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CertificateSlots;

import com.google.gson.JsonObject;

/** The three certificates that the guide prints. */
public final class SeedChain {

    public static final SerialNumber SERIAL_NUMBER = new SerialNumber("01233E8A1491F2A601");

    private SeedChain() {
    }

    public static CertificateChain chain() throws MalformedCertificate {
        return new CertificateChain(certificate("device"), certificate("signer"), certificate("root"));
    }

    public static P256Certificate certificate(String name) throws MalformedCertificate {
        return P256Certificate.fromDer(Vectors.bytes(entry(name), "der_hex"));
    }

    public static JsonObject entry(String name) {
        return Vectors.load("seed_certs_restored.json").getAsJsonObject("certs").getAsJsonObject(name);
    }

    public static CertificateSlots slots() throws MalformedCertificate {
        return CertificateSlots.of(Vectors.bytes(entry("device"), "comp_cert"),
                certificate("signer").publicKey().stored(), Vectors.bytes(entry("signer"), "comp_cert"));
    }
}
