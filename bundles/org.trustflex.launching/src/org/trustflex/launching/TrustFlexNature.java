package org.trustflex.launching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.firmware.FirmwareBuilder;

/** Marks a workspace project as a TrustFLEX project and lets its files be checked. */
public final class TrustFlexNature implements IProjectNature {

    /** The nature's identifier. */
    public static final String ID = TrustFlexLaunching.PLUGIN_ID + ".nature";
    private static final List<String> BUILDERS = List.of(TrustFlexLaunching.PLUGIN_ID + ".checks", FirmwareBuilder.ID);

    private IProject project;

    /** Adds the nature to a project that has not got it. */
    public static void addTo(IProject project, IProgressMonitor monitor) throws CoreException {
        IProjectDescription description = project.getDescription();
        if (description.hasNature(ID)) {
            return;
        }
        List<String> natures = new ArrayList<>(Arrays.asList(description.getNatureIds()));
        natures.add(ID);
        description.setNatureIds(natures.toArray(String[]::new));
        project.setDescription(description, monitor);
    }

    /** Adds those of our builders that a project has not got: it may be from a time when there were fewer. */
    public static void addBuilders(IProject project, @Nullable IProgressMonitor monitor) throws CoreException {
        IProjectDescription description = project.getDescription();
        List<ICommand> commands = new ArrayList<>(Arrays.asList(description.getBuildSpec()));
        boolean complete = true;
        for (String builder : BUILDERS) {
            if (commands.stream().noneMatch(command -> builder.equals(command.getBuilderName()))) {
                ICommand command = description.newCommand();
                command.setBuilderName(builder);
                commands.add(command);
                complete = false;
            }
        }
        if (!complete) {
            description.setBuildSpec(commands.toArray(ICommand[]::new));
            project.setDescription(description, monitor);
        }
    }

    @Override
    public void configure() throws CoreException {
        addBuilders(project, null);
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec())
                .filter(command -> !BUILDERS.contains(command.getBuilderName())).toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }
}
