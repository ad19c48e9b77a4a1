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
 * @param validation   for the new key
 * @param invalidation for the old key, empty if slot 14 held no valid key
 */
public record Authorization(SerialNumber serialNumber, Validity validation, Optional<Validity> invalidation) {

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
        object.add("validation", validation.toJson());
        invalidation.ifPresent(old -> object.add("invalidation", old.toJson()));
    }

    static Authorization fromJson(JsonDocument document) throws BadFile {
        Optional<JsonDocument> validation = document.object("validation");
        Optional<JsonDocument> invalidation = document.object("invalidation");
        try {
            SerialNumber serial = SerialNumber.parse(document.text("serialNumber"));
            if (validation.isPresent()) {
                return new Authorization(serial, Validity.fromJson(validation.get()),
                        invalidation.isPresent() ? Optional.of(Validity.fromJson(invalidation.get()))
                                : Optional.empty());
            }
        } catch (IllegalArgumentException damaged) {
            throw new BadFile(document.file(), Messages.text("authorization.damaged", document.file()), damaged);
        }
        throw new BadFile(document.file(), Messages.text("authorization.damaged", document.file()));
    }

    /** Whether this is the authority's consent to put this key into slot 14 as it is now. */
    boolean fits(SerialNumber serial, EccPublicKey newKey, RotatingSlot now) {
        return serialNumber.equals(serial) && validation.key().equals(newKey) && coversOldKey(now);
    }

    private boolean coversOldKey(RotatingSlot now) {
        if (!now.valid() || now.key().equals(validation.key())) {
            return true;
        }
        return invalidation.isPresent() && invalidation.get().key().equals(now.key());
    }
}
