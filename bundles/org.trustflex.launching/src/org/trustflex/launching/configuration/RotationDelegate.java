package org.trustflex.launching.configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
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
        List<ElementOperation> operations = operations(project, steps(configuration));
        new OperationLaunch(launch, project, NLS.bind(Messages.title_rotation, project.name()))
                .start(new LaunchBoard(project, configuration), operations);
    }

    private static List<RotationStep> steps(ILaunchConfiguration configuration) throws CoreException {
        Set<String> names = configuration.getAttribute(LaunchAttributes.ROTATION_STEPS, Set.of());
        for (String name : names) {
            if (Arrays.stream(RotationStep.values()).noneMatch(step -> step.name().equals(name))) {
                throw new CoreException(Status.error(NLS.bind(Messages.rotation_unknownStep, name)));
            }
        }
        return Arrays.stream(RotationStep.values()).filter(step -> names.contains(step.name())).toList();
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
