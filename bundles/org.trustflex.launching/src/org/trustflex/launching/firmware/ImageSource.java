package org.trustflex.launching.firmware;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.firmware.build.BuildResult;
import org.trustflex.firmware.build.CompilerMessage.Severity;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.operation.EclipseProgress;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.provisioning.ProvisioningException;

/** Where the image comes from that is flashed: a file of the project, or a build of its firmware. */
final class ImageSource {

    private final TrustFlexProject project;
    private final OperationProcess process;

    ImageSource(TrustFlexProject project, OperationProcess process) {
        this.project = project;
        this.process = process;
    }

    /**
     * The image, which fits the MCU.
     *
     * @param chosen its path from the project's folder; empty: it is built
     */
    FlashImage image(Optional<String> chosen, IProgressMonitor monitor) throws FlashFailed {
        try {
            Path file = chosen.isPresent() ? project.folder().resolve(chosen.get()) : build(monitor);
            return FlashImage.read(file);
        } catch (RejectedImage | ToolMissing unusable) {
            throw new FlashFailed(ExitCode.BAD_FILE, unusable);
        } catch (ProvisioningException failed) {
            throw new FlashFailed(OperationResult.of(failed));
        } catch (CoreException failed) {
            throw new FlashFailed(ExitCode.FAILED, failed);
        }
    }

    private Path build(IProgressMonitor monitor)
            throws FlashFailed, ToolMissing, ProvisioningException, CoreException {
        ProjectBuild build = new ProjectBuild(project);
        if (!build.exists()) {
            throw new FlashFailed(ExitCode.BAD_FILE, NLS.bind(Messages.build_noFirmware, project.name()));
        }
        process.line(NLS.bind(Messages.build_begins, project.name()));
        BuildResult result = build.run(new EclipseProgress(monitor, process::line));
        if (!result.succeeded()) {
            throw new FlashFailed(ExitCode.BAD_FILE,
                    NLS.bind(Messages.build_failed, Math.max(1, result.count(Severity.ERROR))));
        }
        result.size().ifPresent(size -> process.line(size.toString()));
        return build.firmware().elf();
    }
}
