package org.trustflex.launching.configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.ElementOperation;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

/** Launches a key rotation, all of it or chosen steps. */
public final class RotationDelegate extends LaunchConfigurationDelegate {

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
            throws CoreException {
        TrustFlexProject project = TrustFlexProject.named(configuration.getAttribute(LaunchAttributes.PROJECT, ""));
        List<ElementOperation> operations = operations(project, RotationAttributes.read(configuration));
        new OperationLaunch(launch, project, NLS.bind(Messages.title_rotation, project.name()))
                .start(new LaunchBoard(project, configuration), operations);
    }

    private static List<ElementOperation> operations(TrustFlexProject project, List<RotationStep> steps) {
        if (steps.isEmpty()) {
            return List.of((source, monitor) -> rotation(project).rotate(source, monitor));
        }
        List<ElementOperation> operations = new ArrayList<>();
        for (RotationStep step : steps) {
            operations.add((source, monitor) -> rotation(project).run(step, source, monitor));
        }
        return operations;
    }

    private static KeyRotation rotation(TrustFlexProject project) throws ProvisioningException {
        return new KeyRotation(project.model(), new SecureRandom(), Clock.systemUTC());
    }
}
