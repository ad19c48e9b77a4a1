package org.trustflex.launching.configuration;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.osgi.util.NLS;
import org.trustflex.provisioning.rotation.RotationStep;

/** Reads the chosen steps of a rotation from a launch configuration, and writes them into it. */
public final class RotationAttributes {

    private RotationAttributes() {
    }

    /**
     * The chosen steps in their order; none means the whole rotation, or what is left of it.
     *
     * @throws CoreException with a sentence if one of them does not exist
     */
    public static List<RotationStep> read(ILaunchConfiguration configuration) throws CoreException {
        Set<String> names = configuration.getAttribute(LaunchAttributes.ROTATION_STEPS, Set.of());
        for (String name : names) {
            if (Arrays.stream(RotationStep.values()).noneMatch(step -> step.name().equals(name))) {
                throw new CoreException(Status.error(NLS.bind(Messages.rotation_unknownStep, name)));
            }
        }
        return Arrays.stream(RotationStep.values()).filter(step -> names.contains(step.name())).toList();
    }

    /** Makes the configuration run these steps; all of them or what is left if there are none. */
    public static void write(Collection<RotationStep> steps, ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.ROTATION_STEPS,
                steps.isEmpty() ? null : steps.stream().map(RotationStep::name).collect(Collectors.toSet()));
    }
}
