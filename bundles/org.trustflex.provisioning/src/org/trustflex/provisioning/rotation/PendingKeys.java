package org.trustflex.provisioning.rotation;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;

/** What other operations must know, and do, about the new key that a rotation is bringing into slot 14. */
public final class PendingKeys {

    private PendingKeys() {
    }

    /** Whether this is the pending key of the project. A damaged file is no answer, and the next step names it. */
    public static boolean contain(Project project, EccPublicKey key) {
        try {
            return new PendingKey(project).read().filter(pair -> pair.publicKey().equals(key)).isPresent();
        } catch (BadFile damaged) {
            return false;
        }
    }

    /**
     * Puts a pending key aside, among the old ones, when the project is given to another element: it was made for the one
     * before, which may hold it already. A key that the other element itself was about to take stays.
     */
    public static void setAside(Project project, SerialNumber nextElement) throws BadFile {
        PendingKey pending = new PendingKey(project);
        Optional<EccPublicKey> key = pending.read().map(P256KeyPair::publicKey);
        Optional<EccPublicKey> expected = RotationJournal.read(project, nextElement).filter(RotationJournal::isOpen)
                .map(RotationJournal::newKey);
        if (!key.equals(expected)) {
            pending.setAside();
        }
    }
}
