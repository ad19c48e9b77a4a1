package org.trustflex.provisioning.rotation;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;

/** Answers for viewers whether a key in slot 14 is one that a rotation is bringing there. */
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
}
