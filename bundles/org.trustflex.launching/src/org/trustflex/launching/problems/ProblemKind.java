package org.trustflex.launching.problems;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;

/** What can be wrong with a TrustFLEX project. */
public enum ProblemKind {
    /** Resources were generated once, and one of their files is gone. */
    RESOURCES_MISSING(IMarker.SEVERITY_ERROR),
    /** Something that was generated does not fit any more what it was made from. */
    DATA_STALE(IMarker.SEVERITY_WARNING),
    /** Others than the owner can read a private key or a secret. */
    KEY_READABLE(IMarker.SEVERITY_WARNING),
    /** A certificate is not valid any more. */
    CERTIFICATE_EXPIRED(IMarker.SEVERITY_WARNING),
    /** The authority key in the project is not the one in slot 13 of the project's element. */
    AUTHORITY_DIFFERS(IMarker.SEVERITY_ERROR),
    /** Version control knows a private key or a secret. */
    SECRET_TRACKED(IMarker.SEVERITY_ERROR),
    /** There is a firmware, but not the C data that it includes. */
    FIRMWARE_DATA_MISSING(IMarker.SEVERITY_ERROR),
    /** The C data of the rotation is for another key, authority or element than the project's. */
    FIRMWARE_DATA_STALE(IMarker.SEVERITY_WARNING);

    private final int severity;

    ProblemKind(int severity) {
        this.severity = severity;
    }

    int severity() {
        return severity;
    }

    /** The kind of a marker, if it is one of ours. */
    public static Optional<ProblemKind> of(IMarker marker) {
        String name = marker.getAttribute(ProblemMarkers.KIND, "");
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
