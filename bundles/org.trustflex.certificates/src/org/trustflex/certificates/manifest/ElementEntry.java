package org.trustflex.certificates.manifest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.definition.SimulatorChain;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * What a manifest says of one secure element (Trust Platform manifest file format, "SecureElement").
 *
 * @param model         such as "ATECC608B", as the device's revision says
 * @param partNumber    such as "ATECC608B-TFLXTLS"
 * @param simulated     whether it is a simulated part, which the entry then says in three places
 * @param provisionedAt when its certificate begins
 * @param serialNumber  the device's
 * @param keys          its public keys, in slot order
 */
public record ElementEntry(String model, String partNumber, boolean simulated, Instant provisionedAt,
        SerialNumber serialNumber, List<ManifestKey> keys) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter
            .ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String MICROCHIP = "Microchip Technology Inc";

    /** Copies the list. */
    public ElementEntry {
        keys = List.copyOf(keys);
    }

    /** The identifier in a manifest: the serial number in lower-case hex digits. */
    public String uniqueId() {
        return serialNumber.hex().toLowerCase(Locale.ROOT);
    }

    /** The text that is signed, before it is put into base64url. */
    String payload() {
        JsonObject json = new JsonObject();
        json.addProperty("version", 1);
        json.addProperty("model", model);
        json.addProperty("partNumber", partNumber);
        json.add("manufacturer", organization("Secure Products Group"));
        json.add("provisioner", organization("Secure Products Group"));
        json.add("distributor", organization("Microchip Direct"));
        json.addProperty("provisioningTimestamp", TIMESTAMP.format(provisionedAt));
        json.addProperty("uniqueId", uniqueId());
        JsonArray list = new JsonArray();
        keys.forEach(key -> list.add(key.json()));
        JsonObject keySet = new JsonObject();
        keySet.add("keys", list);
        json.add("publicKeySet", keySet);
        if (simulated) {
            json.addProperty(SIMULATED, true);
        }
        return GSON.toJson(json);
    }

    private JsonObject organization(String unit) {
        JsonObject organization = new JsonObject();
        organization.addProperty("organizationName", simulated ? SimulatorChain.ORGANIZATION : MICROCHIP);
        organization.addProperty("organizationalUnitName", simulated ? "Simulated parts, not for production" : unit);
        return organization;
    }

    /** The member of the payload that marks a simulated part. Other readers of manifests ignore members unknown to them. */
    static final String SIMULATED = "simulated";
}
