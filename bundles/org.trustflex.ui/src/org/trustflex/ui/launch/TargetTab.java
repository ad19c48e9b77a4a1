package org.trustflex.ui.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.PlatformUI;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** The first tab of our launch types: which project, which board, and below it what to do. */
abstract class TargetTab extends AbstractLaunchConfigurationTab {

    private final String typeId;
    private final String help;
    private ProjectField project;
    private BoardField board;

    TargetTab(String typeId, String help) {
        this.typeId = typeId;
        this.help = help;
    }

    /** Makes the part of the tab that says what to do. */
    abstract void createWhat(Group parent);

    /** Shows what the configuration says to do. */
    abstract void readWhat(ILaunchConfiguration configuration) throws CoreException;

    /** Writes what to do into the configuration. */
    abstract void writeWhat(ILaunchConfigurationWorkingCopy configuration);

    /** Why what is to be done can't be done, in a sentence; empty if it can. */
    abstract String problemOfWhat();

    @Override
    public final void createControl(Composite parent) {
        Composite tab = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(tab);
        project = new ProjectField(group(tab, Messages.tab_project), this::updateLaunchConfigurationDialog);
        board = new BoardField(group(tab, Messages.tab_board), () -> project.name(),
                this::updateLaunchConfigurationDialog);
        createWhat(group(tab, Messages.tab_what));
        setControl(tab);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(tab, TrustFlexUi.PLUGIN_ID + "." + help);
    }

    private static Group group(Composite tab, String title) {
        Group group = new Group(tab, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        IResource selected = DebugUITools.getSelectedResource();
        TrustFlexProject found = selected == null ? null : TrustFlexProject.of(selected).orElse(null);
        if (found == null && TrustFlexProject.all().size() == 1) {
            found = TrustFlexProject.all().get(0);
        }
        if (found != null) {
            configuration.setAttribute(LaunchAttributes.PROJECT, found.name());
            configuration.setMappedResources(new IResource[] { found.project() });
            configuration.rename(getLaunchConfigurationDialog()
                    .generateName(found.name() + " " + typeName(configuration)));
        }
    }

    private String typeName(ILaunchConfigurationWorkingCopy configuration) {
        try {
            return configuration.getType().getName();
        } catch (CoreException unknown) {
            return typeId;
        }
    }

    @Override
    public final void initializeFrom(ILaunchConfiguration configuration) {
        try {
            project.show(configuration.getAttribute(LaunchAttributes.PROJECT, ""));
            board.show(configuration.getAttribute(LaunchAttributes.SERIAL_NUMBER, ""));
            readWhat(configuration);
        } catch (CoreException unreadable) {
            ILog.get().warn(configuration.getName(), unreadable);
            setErrorMessage(unreadable.getStatus().getMessage());
        }
    }

    @Override
    public final void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(LaunchAttributes.PROJECT, project.name());
        configuration.setAttribute(LaunchAttributes.SERIAL_NUMBER,
                board.serialNumber().isEmpty() ? null : board.serialNumber());
        configuration.setMappedResources(project.name().isEmpty() ? null : new IResource[] { resource() });
        writeWhat(configuration);
    }

    private IProject resource() {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(project.name());
    }

    /** Whether the chosen project has a file with this path. */
    final boolean projectFileExists(String path) {
        return !project.name().isEmpty() && resource().getFile(path).exists();
    }

    @Override
    public final boolean isValid(ILaunchConfiguration configuration) {
        String problem = problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        return problem.isEmpty();
    }

    private String problem() {
        if (!project.problem().isEmpty()) {
            return project.problem();
        }
        return board.problem().isEmpty() ? problemOfWhat() : board.problem();
    }

    @Override
    public final String getName() {
        return Messages.tab_name;
    }

    @Override
    public final Image getImage() {
        return Images.TRUSTFLEX.image();
    }
}
