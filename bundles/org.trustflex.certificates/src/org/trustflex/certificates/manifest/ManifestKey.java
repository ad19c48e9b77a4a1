package org.trustflex.certificates.manifest;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.P256Certificate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * One public key of a device as a JSON web key (RFC 7517, RFC 7518 section 6.2).
 *
 * @param slot         the slot that it, or its private half, is in
 * @param key          the key
 * @param certificates its certificate and those above it, without the root; empty if it has none
 */
public record ManifestKey(int slot, EccPublicKey key, List<P256Certificate> certificates) {

    private static final int COORDINATE = 32;

    /** Copies the list. */
    public ManifestKey {
        certificates = List.copyOf(certificates);
    }

    JsonObject json() {
        byte[] xy = key.bytes();
        JsonObject json = new JsonObject();
        json.addProperty("kid", Integer.toString(slot));
        json.addProperty("kty", "EC");
        json.addProperty("crv", "P-256");
        json.addProperty("x", base64url(Arrays.copyOf(xy, COORDINATE)));
        json.addProperty("y", base64url(Arrays.copyOfRange(xy, COORDINATE, xy.length)));
        if (!certificates.isEmpty()) {
            JsonArray chain = new JsonArray();
            certificates.forEach(next -> chain.add(Base64.getEncoder().encodeToString(next.der())));
            json.add("x5c", chain);
        }
        return json;
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
