package org.trustflex.provisioning.rotation;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.JsonDocument;
import org.trustflex.provisioning.Project;

import com.google.gson.JsonObject;

/**
 * What the authority signed for one rotation of one secure element: the validation of the new key, and the invalidation of
 * the key that was valid in slot 14, which is always the old one.
 *
 * @param serialNumber the element
 * @param authority    the key that verifies the signatures, which stood in slot 13 when they were made
 * @param validation   for the new key
 * @param invalidation for the old key, empty if slot 14 held no valid key
 */
public record Authorization(SerialNumber serialNumber, EccPublicKey authority, Validity validation,
        Optional<Validity> invalidation) {

    private static final int FORMAT = 1;
    private static final String FOLDER = "pending";
    private static final String FILE = "authorization.json";

    static DurableFile file(Project project) {
        return project.privateRotationFile(FOLDER, FILE);
    }

    static Optional<Authorization> read(Project project) throws BadFile {
        DurableFile file = file(project);
        return file.exists() ? Optional.of(fromJson(JsonDocument.read(file, FORMAT))) : Optional.empty();
    }

    void write(Project project) throws BadFile {
        JsonObject object = JsonDocument.create(FORMAT);
        addTo(object);
        file(project).writeText(JsonDocument.text(object));
    }

    void addTo(JsonObject object) {
        object.addProperty("serialNumber", serialNumber.hex());
        object.addProperty("authority", authority.hex());
        object.add("validation", validation.toJson());
        invalidation.ifPresent(old -> object.add("invalidation", old.toJson()));
    }

    static Authorization fromJson(JsonDocument document) throws BadFile {
        Optional<JsonDocument> validation = document.object("validation");
        Optional<JsonDocument> invalidation = document.object("invalidation");
        try {
            SerialNumber serial = SerialNumber.parse(document.text("serialNumber"));
            if (validation.isPresent()) {
                EccPublicKey authority = EccPublicKey.of(document.bytes("authority", EccPublicKey.LENGTH));
                return new Authorization(serial, authority, Validity.fromJson(validation.get()),
                        invalidation.isPresent() ? Optional.of(Validity.fromJson(invalidation.get()))
                                : Optional.empty());
            }
        } catch (IllegalArgumentException damaged) {
            throw new BadFile(document.file(), Messages.text("authorization.damaged", document.file()), damaged);
        }
        throw new BadFile(document.file(), Messages.text("authorization.damaged", document.file()));
    }

    /** Whether this is this authority's consent to put this key into slot 14 of this element, whatever it holds now. */
    boolean isFor(SerialNumber serial, EccPublicKey validating, EccPublicKey newKey) {
        return serialNumber.equals(serial) && authority.equals(validating) && validation.key().equals(newKey);
    }

    /** Whether slot 14, as it is now, can be brought to the new key: what is valid there must be made invalid first. */
    boolean covers(RotatingSlot now) {
        if (!now.valid() || now.key().equals(validation.key())) {
            return true;
        }
        return invalidation.isPresent() && invalidation.get().key().equals(now.key());
    }
}
