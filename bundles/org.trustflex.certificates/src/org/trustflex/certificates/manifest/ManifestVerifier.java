package org.trustflex.certificates.manifest;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trustflex.certificates.Check;
import org.trustflex.certificates.P256Certificate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;

/**
 * Verifies the entries of anybody's manifest with the certificate of its log signer: algorithm, key identifier, thumbprint,
 * signature, unique id, keys and their certificates. What an entry says is looked at only if it is signed.
 */
public final class ManifestVerifier {

    private static final int COORDINATE = 32;

    private final P256Certificate logSigner;
    private final List<P256Certificate> roots;
    private final JWSVerifier verifier;

    /**
     * @param logSigner the certificate of who signed the manifest
     * @param roots     trust anchors that certificates in it may lead to; others are noted and are no fault
     */
    public ManifestVerifier(P256Certificate logSigner, List<P256Certificate> roots) {
        this.logSigner = logSigner;
        this.roots = List.copyOf(roots);
        this.verifier = verifier(logSigner);
    }

    private static JWSVerifier verifier(P256Certificate certificate) {
        byte[] xy = certificate.publicKey().bytes();
        ECKey key = new ECKey.Builder(Curve.P_256, Base64URL.encode(Arrays.copyOf(xy, COORDINATE)),
                Base64URL.encode(Arrays.copyOfRange(xy, COORDINATE, xy.length))).build();
        try {
            return new ECDSAVerifier(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The certificate has a key on P-256", impossible);
        }
    }

    /** One report for each entry, in the order of the manifest. */
    public List<ElementReport> verify(Manifest manifest) {
        return manifest.elements().stream().map(this::verify).toList();
    }

    /** The report of one entry. */
    public ElementReport verify(SignedElement element) {
        List<Check> checks = new ArrayList<>();
        try {
            header(element, checks);
            boolean signed = isSigned(element);
            checks.add(Check.of("signature", signed, Messages.text("check.signature")));
            if (signed) {
                payload(element, checks);
            } else {
                checks.add(Check.note("payload", Messages.text("check.unsigned")));
            }
        } catch (MalformedManifest damaged) {
            checks.add(Check.of("form", false, damaged.getMessage()));
        }
        return new ElementReport(element.uniqueId(), checks);
    }

    private void header(SignedElement element, List<Check> checks) throws MalformedManifest {
        JsonObject header = StrictJson.requireObject(
                StrictJson.parse(StrictJson.decodeText(element.protectedHeader(), "protected")), "protected");
        String algorithm = StrictJson.requireString(header, "alg");
        checks.add(Check.of("algorithm", algorithm.equals("ES256"), Messages.text("check.algorithm", algorithm)));
        String key = StrictJson.requireString(header, "kid");
        checks.add(Check.of("kid", key.equals(LogSigner.keyIdentifier(logSigner)), Messages.text("check.kid", key)));
        String thumbprint = StrictJson.requireString(header, "x5t#S256");
        checks.add(Check.of("x5t#S256", thumbprint.equals(LogSigner.thumbprint(logSigner)),
                Messages.text("check.thumbprint", thumbprint)));
    }

    private boolean isSigned(SignedElement element) throws MalformedManifest {
        // Another spelling of the same bits would pass the signature, since it is not signed itself.
        StrictJson.decode(element.signature(), "signature");
        try {
            return new JWSObject(new Base64URL(element.protectedHeader()), new Base64URL(element.payload()),
                    new Base64URL(element.signature())).verify(verifier);
        } catch (ParseException | JOSEException | IllegalStateException notVerifiable) {
            throw new MalformedManifest(Messages.text("element.notverifiable", notVerifiable.getMessage()),
                    notVerifiable);
        }
    }

    private void payload(SignedElement element, List<Check> checks) throws MalformedManifest {
        JsonObject payload = StrictJson.requireObject(
                StrictJson.parse(StrictJson.decodeText(element.payload(), "payload")), "payload");
        String uniqueId = StrictJson.requireString(payload, "uniqueId");
        checks.add(Check.of("uniqueId", uniqueId.equals(element.uniqueId()),
                Messages.text("check.uniqueid", uniqueId, element.uniqueId())));
        JsonElement keySet = payload.get("publicKeySet");
        if (keySet == null) {
            checks.add(Check.note("keys", Messages.text("check.nokeys")));
        } else {
            new KeySetChecks(roots, uniqueId, checks).add(StrictJson.requireObject(keySet, "publicKeySet"));
        }
        JsonElement simulated = payload.get(ElementEntry.SIMULATED);
        if (simulated != null && simulated.isJsonPrimitive() && simulated.getAsBoolean()) {
            checks.add(Check.note("simulated", Messages.text("check.simulated")));
        }
    }
}
