package org.trustflex.launching.firmware;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.firmware.build.BuildResult;
import org.trustflex.firmware.build.FirmwareBuild;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.build.Toolchain;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.tools.Tool;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.ProvisioningException;

/** One build of a project's firmware by the tools of this machine. Its messages become problem markers. */
public final class ProjectBuild {

    private static final String COMPILER = "arm-none-eabi-gcc";

    private final TrustFlexProject project;
    private final FirmwareProject firmware;

    /** A build of this project's firmware. */
    public ProjectBuild(TrustFlexProject project) throws ProvisioningException {
        this.project = project;
        this.firmware = new FirmwareProject(project.model());
    }

    /** Whether the project has a firmware that can be built. */
    public boolean exists() {
        return firmware.exists();
    }

    /** The firmware. */
    public FirmwareProject firmware() {
        return firmware;
    }

    /**
     * Builds, marks what compiler and linker said, and lets the workspace see the images. To be called with the project's
     * scheduling rule, or with none.
     *
     * @return what it came to; errors of the compiler are a result
     * @throws ToolMissing           if compiler or make is not there; marked as well
     * @throws ProvisioningException if sources are missing, or the user stopped it
     * @throws CoreException         if the workspace can't take the markers
     */
    public BuildResult run(ProgressMonitor monitor) throws ToolMissing, ProvisioningException, CoreException {
        CompilerMarkers markers = new CompilerMarkers(project, firmware);
        try {
            BuildResult result = new FirmwareBuild(firmware, toolchain()).run(monitor);
            markers.replace(result.messages());
            refresh();
            return result;
        } catch (ToolMissing missing) {
            markers.replace(List.of());
            markers.toolMissing(String.valueOf(missing.getMessage()));
            throw missing;
        }
    }

    private static Toolchain toolchain() throws ToolMissing {
        Path program = FlashVia.program(Tool.COMPILER, COMPILER);
        return Toolchain.find(Optional.ofNullable(program.getParent()), System.getenv());
    }

    /** What was built is derived: no team provider and no search looks at it. */
    private void refresh() throws CoreException {
        Optional<IFolder> folder = project.file(firmware.buildFolder())
                .map(file -> file.getParent().getFolder(file.getProjectRelativePath().removeFirstSegments(1)));
        if (folder.isPresent()) {
            folder.get().refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor());
            if (folder.get().exists() && !folder.get().isDerived()) {
                folder.get().setDerived(true, new NullProgressMonitor());
            }
        }
    }
}
