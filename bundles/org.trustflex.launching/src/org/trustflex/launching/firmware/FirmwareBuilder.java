package org.trustflex.launching.firmware;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.EclipseProgress;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.rotation.FirmwareData;

/**
 * Runs make when something that the firmware is made of has changed. A project without a firmware costs nothing, and
 * resources that are not generated yet are a problem that the checks mark, not one of the compiler.
 */
public final class FirmwareBuilder extends IncrementalProjectBuilder {

    /** The builder's identifier. */
    public static final String ID = TrustFlexLaunching.PLUGIN_ID + ".firmwareBuilder";

    private static final String FOLDER = "firmware";
    private static final String BUILD = "build";
    private static final String HEADERS = ".h";

    @Override
    protected IProject @Nullable [] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
            throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isEmpty() || !isWanted(getDelta(getProject()))) {
            return null;
        }
        try {
            ProjectBuild build = new ProjectBuild(project.get());
            if (!build.exists() || !hasData(build)) {
                CompilerMarkers.clear(project.get());
                return null;
            }
            run(build, monitor);
        } catch (ToolMissing marked) {
            return null;
        } catch (OperationCancelled stopped) {
            throw new OperationCanceledException(stopped.getMessage());
        } catch (ProvisioningException failed) {
            throw new CoreException(Status.error(String.valueOf(failed.getMessage()), failed));
        }
        return null;
    }

    private void run(ProjectBuild build, IProgressMonitor monitor)
            throws ToolMissing, ProvisioningException, CoreException {
        BuildReader reader = BuildReader.of(getProject());
        try {
            build.run(new EclipseProgress(monitor, reader::line));
        } catch (ToolMissing missing) {
            reader.line(String.valueOf(missing.getMessage()));
            throw missing;
        } finally {
            reader.ended();
        }
    }

    private static boolean hasData(ProjectBuild build) {
        List<DurableFile> data = new FirmwareData(build.firmware().project()).files();
        return data.stream().allMatch(DurableFile::exists);
    }

    /** A full build has no delta. What make writes itself and what no source includes is no reason. */
    private static boolean isWanted(@Nullable IResourceDelta delta) throws CoreException {
        if (delta == null) {
            return true;
        }
        boolean[] wanted = new boolean[1];
        delta.accept(change -> {
            IPath path = change.getProjectRelativePath();
            boolean file = change.getResource().getType() == IResource.FILE
                    && (change.getKind() != IResourceDelta.CHANGED
                            || (change.getFlags() & IResourceDelta.CONTENT) != 0);
            boolean source = path.segmentCount() > 1 && path.segment(0).equals(FOLDER)
                    && !path.segment(1).equals(BUILD);
            boolean header = path.segmentCount() == 2 && path.lastSegment().endsWith(HEADERS);
            wanted[0] |= file && (source || header);
            return !wanted[0];
        });
        return wanted[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        Optional<TrustFlexProject> project = TrustFlexProject.of(getProject());
        if (project.isPresent()) {
            CompilerMarkers.clear(project.get());
            IFolder built = getProject().getFolder(FOLDER).getFolder(BUILD);
            if (built.exists()) {
                built.delete(true, monitor);
            }
        }
    }
}
