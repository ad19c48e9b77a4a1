package org.trustflex.launching.configuration;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.ElementOperation;

/** Launches resources, certificates and manifest: those that the configuration says. */
public final class ResourcesDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        TrustFlexProject project = TrustFlexProject.named(configuration.getAttribute(LaunchAttributes.PROJECT, ""));
        List<ElementOperation> operations = operations(project, configuration);
        new OperationLaunch(launch, project, NLS.bind(Messages.title_resources, project.name()))
                .start(new LaunchBoard(project, configuration), operations);
    }

    private static List<ElementOperation> operations(TrustFlexProject project, ILaunchConfiguration configuration)
            throws CoreException {
        try {
            return ResourcesAttributes.read(configuration).operations(project);
        } catch (RejectedValue rejected) {
            throw new CoreException(Status.error(rejected.getMessage(), rejected));
        }
    }
}
