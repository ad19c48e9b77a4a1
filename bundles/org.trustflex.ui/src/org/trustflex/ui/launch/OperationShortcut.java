package org.trustflex.ui.launch;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.LaunchAttributes;

/** Run As on a project: launches its configuration of one type, which is made when there is none. */
public abstract class OperationShortcut implements ILaunchShortcut2 {

    private final String typeId;

    OperationShortcut(String typeId) {
        this.typeId = typeId;
    }

    /** Run As > TrustFLEX Resources. */
    public static final class Resources extends OperationShortcut {

        /** Made by the workbench. */
        public Resources() {
            super(LaunchAttributes.RESOURCES_TYPE);
        }
    }

    /** Run As > TrustFLEX Key Rotation. */
    public static final class Rotation extends OperationShortcut {

        /** Made by the workbench. */
        public Rotation() {
            super(LaunchAttributes.ROTATION_TYPE);
        }
    }

    /** Run As &gt; Flash Firmware, and Debug As. */
    public static final class Firmware extends OperationShortcut {

        /** Made by the workbench. */
        public Firmware() {
            super(LaunchAttributes.FIRMWARE_TYPE);
        }
    }

    @Override
    public void launch(ISelection selection, String mode) {
        launch(getLaunchableResource(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(getLaunchableResource(editor), mode);
    }

    private void launch(@Nullable IResource resource, String mode) {
        try {
            if (resource != null) {
                TrustFlexProject project = TrustFlexProject.named(resource.getProject().getName());
                DebugUITools.launch(DefaultConfigurations.findOrCreate(project, typeId), mode);
            }
        } catch (CoreException failed) {
            StatusManager.getManager().handle(failed.getStatus(), StatusManager.SHOW);
        }
    }

    @Override
    public ILaunchConfiguration @Nullable [] getLaunchConfigurations(ISelection selection) {
        return configurations(getLaunchableResource(selection));
    }

    @Override
    public ILaunchConfiguration @Nullable [] getLaunchConfigurations(IEditorPart editor) {
        return configurations(getLaunchableResource(editor));
    }

    /** The project's configuration; none where one is to be made, which {@link #launch} does. */
    private ILaunchConfiguration @Nullable [] configurations(@Nullable IResource resource) {
        try {
            if (resource == null || TrustFlexProject.of(resource).isEmpty()) {
                return null;
            }
            return DefaultConfigurations.find(TrustFlexProject.of(resource).get(), typeId)
                    .map(known -> new ILaunchConfiguration[] { known }).orElse(new ILaunchConfiguration[0]);
        } catch (CoreException unreadable) {
            return null;
        }
    }

    @Override
    public @Nullable IResource getLaunchableResource(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? Adapters.adapt(structured.getFirstElement(), IResource.class)
                : null;
    }

    @Override
    public @Nullable IResource getLaunchableResource(IEditorPart editor) {
        return Adapters.adapt(editor.getEditorInput(), IResource.class);
    }
}
