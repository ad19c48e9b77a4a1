package org.trustflex.certificates.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.Check;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.keys.P256PublicKey;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Looks at the public keys of an entry and at their certificates. */
final class KeySetChecks {

    private static final int COORDINATE = 32;

    private final List<P256Certificate> roots;
    private final String uniqueId;
    private final List<Check> checks;

    KeySetChecks(List<P256Certificate> roots, String uniqueId, List<Check> checks) {
        this.roots = roots;
        this.uniqueId = uniqueId;
        this.checks = checks;
    }

    void add(JsonObject keySet) throws MalformedManifest {
        for (JsonElement next : list(keySet, "keys")) {
            JsonObject key = StrictJson.requireObject(next, "keys");
            String id = StrictJson.requireString(key, "kid");
            if (!"EC".equals(StrictJson.requireString(key, "kty"))
                    || !"P-256".equals(StrictJson.requireString(key, "crv"))) {
                checks.add(Check.note("key." + id, Messages.text("check.key.other", id)));
                continue;
            }
            EccPublicKey point = point(key, id);
            checks.add(Check.of("key." + id, new P256PublicKey(point).isOnCurve(), Messages.text("check.key", id)));
            if (key.has("x5c")) {
                certificates(id, point, list(key, "x5c"));
            }
        }
    }

    private static JsonArray list(JsonObject object, String member) throws MalformedManifest {
        JsonElement list = object.get(member);
        if (list == null || !list.isJsonArray()) {
            throw new MalformedManifest(Messages.text("json.list", member));
        }
        return list.getAsJsonArray();
    }

    private static EccPublicKey point(JsonObject key, String id) throws MalformedManifest {
        byte[] x = StrictJson.decode(StrictJson.requireString(key, "x"), "x");
        byte[] y = StrictJson.decode(StrictJson.requireString(key, "y"), "y");
        if (x.length != COORDINATE || y.length != COORDINATE) {
            throw new MalformedManifest(Messages.text("key.length", id));
        }
        byte[] both = Arrays.copyOf(x, EccPublicKey.LENGTH);
        System.arraycopy(y, 0, both, COORDINATE, COORDINATE);
        return EccPublicKey.of(both);
    }

    private void certificates(String id, EccPublicKey key, JsonArray list) throws MalformedManifest {
        List<P256Certificate> chain = new ArrayList<>();
        for (JsonElement next : list) {
            try {
                chain.add(P256Certificate.fromDer(StrictJson.decodePadded(next.getAsString(), "x5c")));
            } catch (MalformedCertificate damaged) {
                throw new MalformedManifest(Messages.text("key.x5c", id, damaged.getMessage()), damaged);
            } catch (UnsupportedOperationException | IllegalStateException notText) {
                throw new MalformedManifest(Messages.text("json.list", "x5c"), notText);
            }
        }
        if (chain.isEmpty()) {
            throw new MalformedManifest(Messages.text("json.list", "x5c"));
        }
        P256Certificate device = chain.get(0);
        checks.add(Check.of("certificate." + id + ".key", device.publicKey().equals(key),
                Messages.text("check.x5c.key", id)));
        checks.add(Check.of("certificate." + id + ".name",
                device.commonName().toLowerCase(Locale.ROOT).contains(uniqueId.toLowerCase(Locale.ROOT)),
                Messages.text("check.x5c.name", device.subjectText())));
        for (int i = 1; i < chain.size(); i++) {
            P256Certificate below = chain.get(i - 1);
            P256Certificate above = chain.get(i);
            checks.add(Check.of("certificate." + id + ".chain", below.isSignedBy(above.publicKey())
                    && below.namesAsIssuer(above),
                    Messages.text("check.x5c.chain", below.subjectText(), above.subjectText())));
        }
        anchor(id, chain.get(chain.size() - 1));
    }

    private void anchor(String id, P256Certificate last) {
        // The name alone does not tell: whoever follows the guide may choose the manufacturer's for a root of their own.
        List<P256Certificate> named = roots.stream().filter(root -> last.namesAsIssuer(root)
                && last.authorityKeyIdentifier().equals(root.subjectKeyIdentifier())).toList();
        if (named.isEmpty()) {
            checks.add(Check.note("certificate." + id + ".root",
                    Messages.text("check.x5c.noroot", last.subjectText(), last.issuerText())));
        } else {
            checks.add(Check.of("certificate." + id + ".root",
                    named.stream().anyMatch(root -> last.isSignedBy(root.publicKey())),
                    Messages.text("check.x5c.root", last.subjectText(), last.issuerText())));
        }
    }
}
