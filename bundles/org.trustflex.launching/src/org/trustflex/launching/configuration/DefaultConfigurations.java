package org.trustflex.launching.configuration;

import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.trustflex.launching.TrustFlexProject;

/** The launch configurations that a project is run with when its user has made none. */
public final class DefaultConfigurations {

    private DefaultConfigurations() {
    }

    /** The first configuration of this type for the project; a new one, saved, if there is none. */
    public static ILaunchConfiguration findOrCreate(TrustFlexProject project, String typeId) throws CoreException {
        Optional<ILaunchConfiguration> known = find(project, typeId);
        return known.isPresent() ? known.get() : create(project, typeId).doSave();
    }

    /** A configuration of this type for the project, if its user has made one. */
    public static Optional<ILaunchConfiguration> find(TrustFlexProject project, String typeId) throws CoreException {
        for (ILaunchConfiguration configuration : manager().getLaunchConfigurations(type(typeId))) {
            if (configuration.getAttribute(LaunchAttributes.PROJECT, "").equals(project.name())) {
                return Optional.of(configuration);
            }
        }
        return Optional.empty();
    }

    /** A new configuration of this type for the project, not saved. */
    public static ILaunchConfigurationWorkingCopy create(TrustFlexProject project, String typeId)
            throws CoreException {
        ILaunchConfigurationType type = type(typeId);
        String name = manager().generateLaunchConfigurationName(project.name() + " " + type.getName());
        ILaunchConfigurationWorkingCopy copy = type.newInstance(null, name);
        copy.setAttribute(LaunchAttributes.PROJECT, project.name());
        copy.setMappedResources(new IResource[] { project.project() });
        return copy;
    }

    private static ILaunchConfigurationType type(String typeId) {
        return manager().getLaunchConfigurationType(typeId);
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }
}
