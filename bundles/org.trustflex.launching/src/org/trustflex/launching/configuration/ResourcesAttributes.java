package org.trustflex.launching.configuration;

import java.util.Arrays;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.operation.CertificateChoice;
import org.trustflex.launching.operation.ResourcesRequest;
import org.trustflex.provisioning.resources.ResourceOptions;

/** Reads a request for resources, certificates and manifest from a launch configuration, and writes one into it. */
public final class ResourcesAttributes {

    private ResourcesAttributes() {
    }

    /**
     * What the configuration asks for.
     *
     * @throws CoreException with a sentence if it asks for nothing, or for certificates that don't exist
     */
    public static ResourcesRequest read(ILaunchConfiguration configuration) throws CoreException {
        ResourcesRequest request = new ResourcesRequest(configuration.getAttribute(LaunchAttributes.RESOURCES, true),
                new ResourceOptions(configuration.getAttribute(LaunchAttributes.NEW_KEYS, false),
                        configuration.getAttribute(LaunchAttributes.ADOPT, false)),
                certificates(configuration), configuration.getAttribute(LaunchAttributes.ORGANIZATION, ""),
                configuration.getAttribute(LaunchAttributes.MANIFEST, false));
        if (request.isEmpty()) {
            throw new CoreException(Status.error(Messages.resources_nothing));
        }
        return request;
    }

    private static CertificateChoice certificates(ILaunchConfiguration configuration) throws CoreException {
        String name = configuration.getAttribute(LaunchAttributes.CERTIFICATES, CertificateChoice.NONE.name());
        return Arrays.stream(CertificateChoice.values()).filter(choice -> choice.name().equals(name)).findFirst()
                .orElseThrow(() -> new CoreException(Status.error(NLS.bind(Messages.certificates_unknown, name))));
    }

    /** Makes the configuration ask for this. */
    public static void write(ResourcesRequest request, ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.RESOURCES, request.resources());
        configuration.setAttribute(LaunchAttributes.NEW_KEYS, request.options().newKeys());
        configuration.setAttribute(LaunchAttributes.CERTIFICATES, request.certificates().name());
        configuration.setAttribute(LaunchAttributes.ORGANIZATION, request.organization());
        configuration.setAttribute(LaunchAttributes.MANIFEST, request.manifest());
    }
}
