package org.trustflex.launching.operation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.certificates.CustomChain;
import org.trustflex.provisioning.certificates.DeliveredChain;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;

/**
 * What of the guide's section 3 is to be done, in its order.
 *
 * @param resources    generate the resources
 * @param options      how, if they are
 * @param certificates which certificates the device gets
 * @param organization the organisation's name in custom certificates, else unused
 * @param manifest     write the manifest
 */
public record ResourcesRequest(boolean resources, ResourceOptions options, CertificateChoice certificates,
        String organization, boolean manifest) {

    /** Whether anything is to be done. */
    public boolean isEmpty() {
        return !resources && certificates == CertificateChoice.NONE && !manifest;
    }

    /**
     * The operations, each once.
     *
     * @throws RejectedValue if custom certificates can't carry the organisation's name
     */
    public List<ElementOperation> operations(TrustFlexProject project) throws RejectedValue {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        List<ElementOperation> operations = new ArrayList<>();
        if (resources) {
            operations.add((source, monitor) -> new ResourceGeneration(project.model(), random, clock).run(source,
                    options, monitor));
        }
        switch (certificates) {
            case CUSTOM -> {
                ChainProfile profile = ChainProfile.forOrganization(organization);
                operations.add((source, monitor) -> new CustomChain(project.model(), random, clock).create(profile,
                        source, monitor));
            }
            case MCHP -> operations.add(
                    (source, monitor) -> new DeliveredChain(project.model(), clock).use(source, monitor));
            case NONE -> {
                // The device keeps those that it has.
            }
        }
        if (manifest) {
            operations.add((source, monitor) -> new ManifestGeneration(project.model(), random, clock)
                    .create(source, monitor));
        }
        return operations;
    }
}
