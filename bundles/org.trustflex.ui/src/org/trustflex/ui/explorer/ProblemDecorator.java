package org.trustflex.ui.explorer;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.problems.ProblemMarkers;

/** Marks files, folders and projects in which something of ours is wrong, as the Problems view says. */
public final class ProblemDecorator extends LabelProvider
        implements
            ILightweightLabelDecorator,
            IResourceChangeListener {

    private static final int NONE = -1;

    /** Begins to listen for markers. */
    public ProblemDecorator() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void decorate(@Nullable Object element, IDecoration decoration) {
        if (element instanceof IResource resource && resource.isAccessible()) {
            int severity = severity(resource);
            if (severity > IMarker.SEVERITY_INFO) {
                boolean error = severity == IMarker.SEVERITY_ERROR;
                decoration.addOverlay(overlay(error ? ISharedImages.IMG_DEC_FIELD_ERROR
                        : ISharedImages.IMG_DEC_FIELD_WARNING), IDecoration.BOTTOM_LEFT);
            }
        }
    }

    private static ImageDescriptor overlay(String name) {
        return PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(name);
    }

    private static int severity(IResource resource) {
        try {
            return resource.findMaxProblemSeverity(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
        } catch (CoreException gone) {
            // It was deleted while it was looked at, and will be shown no more.
            return NONE;
        }
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        IMarkerDelta[] changes = event.findMarkerDeltas(ProblemMarkers.TYPE, true);
        if (changes.length > 0) {
            IResource[] changed = Arrays.stream(changes).map(IMarkerDelta::getResource).distinct()
                    .toArray(IResource[]::new);
            PlatformUI.getWorkbench().getDisplay().asyncExec(
                    () -> fireLabelProviderChanged(new LabelProviderChangedEvent(this, withParents(changed))));
        }
    }

    private static Object[] withParents(IResource[] changed) {
        return Arrays.stream(changed).flatMap(resource -> Stream.iterate(resource,
                each -> each != null && each.getType() != IResource.ROOT, IResource::getParent)).distinct().toArray();
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
        super.dispose();
    }
}
