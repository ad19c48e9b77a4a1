package org.trustflex.provisioning.rotation;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/** The key pair with which the project consents to changes of slot 14. */
final class ProjectAuthority {

    private ProjectAuthority() {
    }

    /** The project's authority key, which must be the one in slot 13 of the project's element. Changes nothing. */
    static P256KeyPair require(Project project, SecureElement element)
            throws ElementException, ProvisioningException {
        DeviceRecord.requireSameElement(project, element.configurationZone());
        DurableFile file = project.privateResource(KeyFile.keyPairName(TrustFlexProfile.AUTHORITY_SLOT));
        P256KeyPair authority = KeyFile.readKeyPair(file);
        if (!element.readPublicKey(TrustFlexProfile.AUTHORITY_SLOT).equals(authority.publicKey())) {
            throw new BadFile(file.path(), Messages.text("authority.other", file.path(), element.serialNumber()));
        }
        return authority;
    }
}
