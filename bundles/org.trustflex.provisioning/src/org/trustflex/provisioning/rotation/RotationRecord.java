package org.trustflex.provisioning.rotation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;

/**
 * What a project's files say of the rotation of one secure element.
 *
 * @param pending       the new key that has not been proven in the device yet
 * @param authorization what the authority signed for it
 * @param journal       the element's last rotation
 */
public record RotationRecord(Optional<EccPublicKey> pending, Optional<Authorization> authorization,
        Optional<RotationJournal> journal) {

    /** Reads the files. */
    public static RotationRecord read(Project project, SerialNumber element) throws BadFile {
        Optional<EccPublicKey> pending = new PendingKey(project).read().map(P256KeyPair::publicKey);
        return new RotationRecord(pending, Authorization.read(project), RotationJournal.read(project, element));
    }

    /** What is there from a rotation's beginning to its end. */
    public static List<Path> pendingFiles(Project project) {
        return List.of(new PendingKey(project).path(), Authorization.file(project).path());
    }

    /** Whether a rotation has changed the device, or was about to, and was not finished. */
    public boolean isOpen() {
        return journal.isPresent() && journal.get().isOpen();
    }

    /** Whether an unfinished rotation can't be gone on with because its new key is gone. */
    public boolean isKeyLost() {
        return isOpen() && pending.isEmpty();
    }

    /** How far the pending key has come on the device, if anything was begun with it. */
    public Optional<RotationProgress> progress() {
        return journal.filter(last -> pending.isPresent() && last.newKey().equals(pending.get()))
                .map(RotationJournal::progress);
    }

    /** Whether this authority signed for the pending key in this element. The key that is valid there may have changed. */
    public boolean isAuthorized(SerialNumber element, EccPublicKey authority) {
        return pending.isPresent() && authorization.isPresent()
                && authorization.get().isFor(element, authority, pending.get());
    }
}
