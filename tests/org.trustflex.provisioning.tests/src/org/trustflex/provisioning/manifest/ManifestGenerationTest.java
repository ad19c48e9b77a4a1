package org.trustflex.provisioning.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.manifest.ElementReport;
import org.trustflex.certificates.manifest.Manifest;
import org.trustflex.certificates.manifest.ManifestVerifier;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class ManifestGenerationTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Project project;

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
        for (int slot = 13; slot <= 15; slot++) {
            EccPublicKey key = P256KeyPair.generate(random).publicKey();
            int number = slot;
            part.change(image -> image.withSlotBytes(number, 0, key.stored()));
        }
    }

    private Manifest create(PartOnTheBench of, Log log) throws Exception {
        return new ManifestGeneration(project, random, PartOnTheBench.CLOCK).create(of, log);
    }

    private Path file(String name) {
        return project.resourcesFolder().resolve(name);
    }

    private static JsonObject payload(Manifest manifest, int index) throws Exception {
        return JsonParser.parseString(manifest.elements().get(index).decodedPayload()).getAsJsonObject();
    }

    private List<ElementReport> verify(Manifest manifest) throws Exception {
        P256Certificate signer = P256Certificate.fromPem(Files.readString(file("manifest_ca.crt")));
        return new ManifestVerifier(signer, List.of()).verify(manifest);
    }

    private static List<String> kids(JsonObject payload) {
        return payload.getAsJsonObject("publicKeySet").getAsJsonArray("keys").asList().stream()
                .map(JsonElement::getAsJsonObject).map(key -> key.get("kid").getAsString()).toList();
    }

    @Test
    void theManifestSaysWhatTheDeviceHolds() throws Exception {
        Log log = new Log();
        Manifest manifest = create(part, log);
        assertEquals("Generating manifest data...OK (saved to TFLXTLS_devices_manifest.json)",
                log.lines().get(log.lines().size() - 1));
        assertEquals(manifest, Manifest.parse(Files.readString(file("TFLXTLS_devices_manifest.json"))));
        assertTrue(verify(manifest).get(0).holds(), verify(manifest).toString());
        JsonObject payload = payload(manifest, 0);
        assertEquals("ATECC608B", payload.get("model").getAsString());
        assertEquals("ATECC608B-TFLXTLS", payload.get("partNumber").getAsString());
        assertTrue(payload.get("simulated").getAsBoolean());
        assertEquals("0123aa55aa55aa5501", payload.get("uniqueId").getAsString());
        assertEquals("2026-03-04T05:00:00.000Z", payload.get("provisioningTimestamp").getAsString());
        assertEquals(List.of("0", "1", "2", "3", "4", "13", "14", "15"), kids(payload));
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file("manifest_ca.key"))));
    }

    /** The vendor's tool calls every part a 608B. */
    @Test
    void a608AIsNotCalledA608B() throws Exception {
        part.becomes(new Revision("00006002"));
        JsonObject payload = payload(create(part, new Log()), 0);
        assertEquals("ATECC608A", payload.get("model").getAsString());
        assertEquals("ATECC608A-TFLXTLS", payload.get("partNumber").getAsString());
    }

    /** The vendor's tool needs slots 13 to 15 to hold something. */
    @Test
    void emptySlotsAreLeftOutAndTheLogSaysSo() throws Exception {
        PartOnTheBench fresh = PartOnTheBench.delivered();
        Log log = new Log();
        Manifest manifest = create(fresh, log);
        assertEquals(List.of("0", "1", "2", "3", "4"), kids(payload(manifest, 0)));
        assertTrue(log.lines().contains("Slot 15 holds no public key and is left out of the manifest"));
    }

    @Test
    void anotherElementIsAddedAndTheSameOneReplaced() throws Exception {
        PartOnTheBench other = PartOnTheBench.delivered(TrustFlexProfile.PRODUCTION,
                new SerialNumber("012300000000000001"));
        create(part, new Log());
        create(other, new Log());
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(ChainProfile.forOrganization("test"), part,
                new Log());
        Manifest manifest = create(part, new Log());
        assertEquals(List.of("012300000000000001", "0123aa55aa55aa5501"),
                manifest.elements().stream().map(element -> element.uniqueId()).toList());
        assertTrue(verify(manifest).stream().allMatch(ElementReport::holds));
        String leaf = payload(manifest, 1).getAsJsonObject("publicKeySet").getAsJsonArray("keys").get(0)
                .getAsJsonObject().getAsJsonArray("x5c").get(0).getAsString();
        assertEquals("test", P256Certificate.fromDer(java.util.Base64.getDecoder().decode(leaf)).organization());
    }

    @Test
    void appendingNeedsAManifest() throws Exception {
        ManifestGeneration generation = new ManifestGeneration(project, random, PartOnTheBench.CLOCK);
        assertThrows(NotPossible.class, () -> generation.append(folder.resolve("all.json"), part, new Log()));
        create(part, new Log());
        Files.copy(file("TFLXTLS_devices_manifest.json"), folder.resolve("all.json"));
        Manifest both = generation.append(folder.resolve("all.json"),
                PartOnTheBench.delivered(TrustFlexProfile.PROTOTYPE, new SerialNumber("012300000000000001")),
                new Log());
        assertEquals(2, both.elements().size());
    }

    @Test
    void certificatesThatNobodyKnownSignedStopIt() throws Exception {
        part.change(image -> image.withSlotBytes(10, 5, (byte) 1));
        NotPossible refused = assertThrows(NotPossible.class, () -> create(part, new Log()));
        assertTrue(refused.getMessage().startsWith(
                "No valid certificates found, please run generate resources and generate certificates!"));
        assertFalse(Files.exists(file("TFLXTLS_devices_manifest.json")));
        assertFalse(Files.exists(file("manifest_ca.key")));
    }

    @Test
    void aDamagedManifestIsNotOverwritten() throws Exception {
        Files.createDirectories(project.resourcesFolder());
        Files.writeString(file("TFLXTLS_devices_manifest.json"), "[{}]");
        assertThrows(BadFile.class, () -> create(part, new Log()));
        assertEquals("[{}]", Files.readString(file("TFLXTLS_devices_manifest.json")));
    }

    @Test
    void theLogSignerIsUsedAgainAndRefusedWhereItDoesNotFit() throws Exception {
        create(part, new Log());
        String key = Files.readString(file("manifest_ca.key"));
        String certificate = Files.readString(file("manifest_ca.crt"));
        create(part, new Log());
        assertEquals(key, Files.readString(file("manifest_ca.key")));
        assertEquals(certificate, Files.readString(file("manifest_ca.crt")));
        Files.delete(file("manifest_ca.key"));
        assertThrows(BadFile.class, () -> create(part, new Log()));
        Files.writeString(file("manifest_ca.key"), P256KeyPair.generate(random).toPem());
        assertThrows(BadFile.class, () -> create(part, new Log()));
        assertEquals(certificate, Files.readString(file("manifest_ca.crt")));
    }

    /** A part with no mark of a simulated one can't be signed for with the simulator's log signer, nor the other way. */
    @Test
    void realAndSimulatedPartsDontShareALogSigner() throws Exception {
        create(part, new Log());
        new CustomChain(project, random, PartOnTheBench.CLOCK).create(ChainProfile.forOrganization("test"), part,
                new Log());
        part.change(image -> image.withOtpBytes(0, "wdNxAjae".getBytes()));
        NotPossible refused = assertThrows(NotPossible.class, () -> create(part, new Log()));
        assertTrue(refused.getMessage().contains("simulated parts"), refused.getMessage());
    }
}
