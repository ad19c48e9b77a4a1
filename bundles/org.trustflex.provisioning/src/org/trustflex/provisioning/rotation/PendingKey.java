package org.trustflex.provisioning.rotation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.OldKeys;
import org.trustflex.provisioning.Project;

/** The new key pair between its generation and the proof that the device uses it, when it becomes the project's. */
final class PendingKey {

    private static final String FOLDER = "pending";
    private static final String NAME = KeyFile.keyPairName(TrustFlexProfile.ROTATING_SLOT);

    private final Project project;
    private final DurableFile file;
    private final DurableFile current;

    PendingKey(Project project) {
        this.project = project;
        this.file = project.privateRotationFile(FOLDER, NAME);
        this.current = project.privateResource(NAME);
    }

    Path path() {
        return file.path();
    }

    Optional<P256KeyPair> read() throws BadFile {
        return file.exists() ? Optional.of(KeyFile.readKeyPair(file)) : Optional.empty();
    }

    /** The key pair that the project holds the device to have now, if its file is there. */
    Optional<P256KeyPair> readCurrent() throws BadFile {
        return current.exists() ? Optional.of(KeyFile.readKeyPair(current)) : Optional.empty();
    }

    /** Makes a new pair. One that was pending already is kept aside: firmware may have taken it to the device. */
    P256KeyPair generate(SecureRandom random) throws BadFile {
        project.protectSecrets();
        P256KeyPair pair = P256KeyPair.generate(random);
        new OldKeys(project).keep(file);
        Authorization.file(project).delete();
        file.writeText(pair.toPem());
        return pair;
    }

    /** Makes the pending pair, if there is one, the project's; the pair before it is kept aside first. */
    void promote() throws BadFile {
        if (!file.exists()) {
            return;
        }
        byte[] pending = file.read();
        new OldKeys(project).keep(current);
        current.write(pending);
    }

    /** Removes the pending pair, which is kept elsewhere. */
    void remove() throws BadFile {
        Authorization.file(project).delete();
        file.delete();
    }

    /** Puts the pending pair aside, for a project that is given to another element. */
    void setAside() throws BadFile {
        new OldKeys(project).keep(file);
        remove();
    }
}
