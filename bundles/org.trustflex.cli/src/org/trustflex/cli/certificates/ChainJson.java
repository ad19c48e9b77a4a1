package org.trustflex.cli.certificates;

import java.util.HexFormat;

import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.cli.console.Checks;
import org.trustflex.provisioning.certificates.DeviceChain;

import com.google.gson.JsonObject;

/** A device's chain and the report about it as JSON. */
final class ChainJson {

    private ChainJson() {
    }

    static JsonObject of(DeviceChain device) {
        CertificateChain chain = device.report().chain();
        JsonObject json = new JsonObject();
        json.addProperty("serialNumber", device.serialNumber().hex());
        json.addProperty("chain", device.definition().title());
        json.addProperty("simulated", device.definition().simulated());
        json.addProperty("thingId", chain.thingId().hex());
        json.addProperty("holds", device.report().holds());
        json.add("checks", Checks.json(device.report().checks()));
        json.add("device", certificate(chain.device()));
        json.add("signer", certificate(chain.signer()));
        json.add("root", certificate(chain.root()));
        JsonObject slots = new JsonObject();
        for (int slot : CertificateSlots.WRITE_ORDER) {
            slots.addProperty(String.valueOf(slot),
                    HexFormat.of().withUpperCase().formatHex(device.slots().slot(slot)));
        }
        json.add("slots", slots);
        return json;
    }

    private static JsonObject certificate(P256Certificate certificate) {
        JsonObject json = new JsonObject();
        json.addProperty("subject", certificate.subjectText());
        json.addProperty("issuer", certificate.issuerText());
        json.addProperty("serialNumber", certificate.serialNumber().toString(16));
        json.addProperty("notBefore", certificate.notBefore().instant().toString());
        json.addProperty("notAfter", certificate.notAfter().instant().toString());
        json.addProperty("publicKey", certificate.publicKey().hex());
        json.addProperty("sha256", HexFormat.of().formatHex(certificate.thumbprint()));
        json.addProperty("pem", certificate.pem());
        return json;
    }
}
