package org.trustflex.provisioning.status;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.manifest.MalformedManifest;
import org.trustflex.certificates.manifest.SignedElement;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.certificates.CertificateFiles;
import org.trustflex.provisioning.manifest.ManifestFile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Whether the manifest says of the element what is true now. Its signature is for the verifier of manifests to check. */
final class ManifestCheck {

    private static final List<Integer> COMPARED = List.of(SlotPurpose.VALIDATION_AUTHORITY.slot(),
            SlotPurpose.ROTATING_PUBLIC_KEY.slot(), SlotPurpose.SECURE_BOOT_PUBLIC_KEY.slot());
    private static final int COORDINATE = 32;

    private final Evidence evidence;
    private final ManifestFile file;

    ManifestCheck(Evidence evidence) {
        this.evidence = evidence;
        this.file = new ManifestFile(evidence.project().resourcesFolder().resolve(ManifestFile.NAME));
    }

    Condition condition() {
        if (!file.exists()) {
            return Condition.of(State.READY, Action.MANIFEST, Messages.text("manifest.ready"));
        }
        try {
            Optional<SignedElement> own = file.read().elements().stream()
                    .filter(element -> element.uniqueId().equalsIgnoreCase(evidence.element().hex())).findFirst();
            return own.isPresent() ? compare(own.get())
                    : Condition.of(State.READY, Action.MANIFEST,
                            Messages.text("manifest.others", ManifestFile.NAME, evidence.element()));
        } catch (BadFile damaged) {
            return Condition.damaged(damaged);
        } catch (MalformedManifest | RuntimeException unreadable) {
            // Members that are missing or of another kind: whatever it says, it is not what the device holds.
            return stale(Messages.text("manifest.unreadable", ManifestFile.NAME, evidence.element()));
        }
    }

    private Condition compare(SignedElement element) throws BadFile, MalformedManifest {
        JsonObject payload = JsonParser.parseString(element.decodedPayload()).getAsJsonObject();
        List<JsonObject> keys = payload.getAsJsonObject("publicKeySet").getAsJsonArray("keys").asList().stream()
                .map(JsonElement::getAsJsonObject).toList();
        for (int slot : COMPARED) {
            Optional<EccPublicKey> said = key(keys, slot).map(ManifestCheck::publicKey);
            Optional<EccPublicKey> now = evidence.publicKey(slot);
            if (now.isPresent() && !said.equals(now)) {
                boolean rotated = slot == SlotPurpose.ROTATING_PUBLIC_KEY.slot();
                return stale(Messages.text(rotated ? "manifest.rotated" : "manifest.key", slot));
            }
        }
        return saysAnotherCertificate(keys) ? stale(Messages.text("manifest.certificate"))
                : Condition.done(Messages.text("manifest.done", ManifestFile.NAME));
    }

    private boolean saysAnotherCertificate(List<JsonObject> keys) throws BadFile {
        Optional<P256Certificate> device = new CertificateFiles(evidence.project())
                .certificate(CertificateFiles.device(evidence.element()));
        Optional<JsonObject> primary = key(keys, SlotPurpose.PRIMARY_PRIVATE_KEY.slot());
        if (device.isEmpty() || primary.isEmpty()) {
            return device.isPresent();
        }
        byte[] leaf = Base64.getDecoder().decode(primary.get().getAsJsonArray("x5c").get(0).getAsString());
        return !Arrays.equals(leaf, device.get().der());
    }

    private static Optional<JsonObject> key(List<JsonObject> keys, int slot) {
        return keys.stream().filter(key -> key.get("kid").getAsString().equals(Integer.toString(slot))).findFirst();
    }

    private static EccPublicKey publicKey(JsonObject key) {
        byte[] point = Arrays.copyOf(coordinate(key, "x"), EccPublicKey.LENGTH);
        System.arraycopy(coordinate(key, "y"), 0, point, COORDINATE, COORDINATE);
        return EccPublicKey.of(point);
    }

    private static byte[] coordinate(JsonObject key, String member) {
        return Base64.getUrlDecoder().decode(key.get(member).getAsString());
    }

    private static Condition stale(String sentence) {
        return Condition.of(State.NEEDS_ATTENTION, Action.MANIFEST, sentence);
    }
}
