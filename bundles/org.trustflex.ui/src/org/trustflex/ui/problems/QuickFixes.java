package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.trustflex.launching.problems.ProblemKind;

/** Offers what solves a problem. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return ProblemKind.of(marker).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return ProblemKind.of(marker).map(kind -> new IMarkerResolution[] { fix(kind) })
                .orElse(new IMarkerResolution[0]);
    }

    private static IMarkerResolution fix(ProblemKind kind) {
        return switch (kind) {
            case RESOURCES_MISSING, FIRMWARE_DATA_MISSING ->
                new CommandFix(Messages.generateResources, "generateResources");
            case FIRMWARE_DATA_STALE -> new FirmwareDataFix();
            case DATA_STALE -> new CommandFix(Messages.generateManifest, "generateManifest");
            case CERTIFICATE_EXPIRED -> new CommandFix(Messages.generateCertificates, "generateCertificates");
            case KEY_READABLE -> new OwnerOnlyFix();
            case SECRET_TRACKED -> new UntrackFix();
            case AUTHORITY_DIFFERS -> new AuthorityFix();
        };
    }
}
