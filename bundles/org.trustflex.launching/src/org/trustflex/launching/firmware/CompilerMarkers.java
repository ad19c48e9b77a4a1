package org.trustflex.launching.firmware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.firmware.build.CompilerMessage;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.TrustFlexProject;

/** What the compiler and the linker said, as problem markers at the lines they said it of. */
public final class CompilerMarkers {

    /** The type of these markers. */
    public static final String TYPE = TrustFlexLaunching.PLUGIN_ID + ".compiler";
    /** Boolean attribute: a tool is missing, so there is no line. */
    public static final String TOOL_MISSING = "toolMissing";

    private final TrustFlexProject project;
    private final FirmwareProject firmware;

    CompilerMarkers(TrustFlexProject project, FirmwareProject firmware) {
        this.project = project;
        this.firmware = firmware;
    }

    /** Removes the markers of the last build and sets these. */
    void replace(List<CompilerMessage> messages) throws CoreException {
        clear(project);
        for (CompilerMessage message : messages) {
            mark(message);
        }
    }

    /** Removes all markers of builds. */
    static void clear(TrustFlexProject project) throws CoreException {
        project.project().deleteMarkers(TYPE, true, IResource.DEPTH_INFINITE);
    }

    void toolMissing(String sentence) throws CoreException {
        makefile().createMarker(TYPE, Map.of(IMarker.MESSAGE, sentence, IMarker.SEVERITY, IMarker.SEVERITY_ERROR,
                TOOL_MISSING, true));
    }

    private void mark(CompilerMessage message) throws CoreException {
        Optional<IFile> file = project.file(message.file()).filter(IFile::exists);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.SEVERITY, severity(message.severity()));
        if (file.isPresent()) {
            attributes.put(IMarker.MESSAGE, message.message());
            if (message.line() > 0) {
                attributes.put(IMarker.LINE_NUMBER, message.line());
            }
        } else {
            // A header of the toolchain, which the workspace does not know.
            attributes.put(IMarker.MESSAGE, NLS.bind(Messages.message_elsewhere,
                    new Object[] { message.message(), message.file().getFileName(), message.line() }));
        }
        file.map(IResource.class::cast).orElseGet(this::makefile).createMarker(TYPE, attributes);
    }

    private IResource makefile() {
        return project.file(firmware.makefile()).filter(IFile::exists).map(IResource.class::cast)
                .orElse(project.project());
    }

    private static int severity(CompilerMessage.Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case NOTE -> IMarker.SEVERITY_INFO;
        };
    }
}
