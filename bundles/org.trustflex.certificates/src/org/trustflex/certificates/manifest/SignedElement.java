package org.trustflex.certificates.manifest;

import java.util.Set;

import com.google.gson.JsonObject;

/**
 * One entry of a manifest: a JSON web signature in the flattened form (RFC 7515, section 7.2.2).
 *
 * @param payload         what is said, base64url
 * @param protectedHeader how it is signed and with which key, base64url
 * @param uniqueId        whom it is about, unsigned, to find the entry by
 * @param signature       r and s, base64url
 */
public record SignedElement(String payload, String protectedHeader, String uniqueId, String signature) {

    private static final String PAYLOAD = "payload";
    private static final String PROTECTED = "protected";
    private static final String HEADER = "header";
    private static final String UNIQUE_ID = "uniqueId";
    private static final String SIGNATURE = "signature";
    private static final Set<String> MEMBERS = Set.of(PAYLOAD, PROTECTED, HEADER, SIGNATURE);

    static SignedElement of(JsonObject json) throws MalformedManifest {
        for (String member : json.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new MalformedManifest(Messages.text("element.member", member));
            }
        }
        JsonObject header = StrictJson.requireObject(json.get(HEADER), HEADER);
        return new SignedElement(StrictJson.requireString(json, PAYLOAD), StrictJson.requireString(json, PROTECTED),
                StrictJson.requireString(header, UNIQUE_ID), StrictJson.requireString(json, SIGNATURE));
    }

    JsonObject json() {
        JsonObject header = new JsonObject();
        header.addProperty(UNIQUE_ID, uniqueId);
        JsonObject json = new JsonObject();
        json.addProperty(PAYLOAD, payload);
        json.addProperty(PROTECTED, protectedHeader);
        json.add(HEADER, header);
        json.addProperty(SIGNATURE, signature);
        return json;
    }

    /**
     * What is said, in JSON with line breaks. Not verified.
     *
     * @throws MalformedManifest if it is no JSON
     */
    public String decodedPayload() throws MalformedManifest {
        return Manifest.pretty(StrictJson.parse(StrictJson.decodeText(payload, PAYLOAD)));
    }
}
