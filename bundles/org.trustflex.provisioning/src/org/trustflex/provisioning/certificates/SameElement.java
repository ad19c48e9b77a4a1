package org.trustflex.provisioning.certificates;

import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/** Certificates are written to the project's element and to no other; a project that has none yet takes any. */
final class SameElement {

    private SameElement() {
    }

    static void require(Project project, ConfigurationZone zone) throws ProvisioningException {
        Optional<DeviceRecord> record = DeviceRecord.read(project);
        if (record.isPresent()) {
            DeviceRecord.requireSameElement(project, zone);
        } else {
            DeviceRecord.requireTrustFlex(zone);
        }
    }
}
