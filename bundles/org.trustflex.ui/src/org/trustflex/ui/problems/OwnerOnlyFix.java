package org.trustflex.ui.problems;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.trustflex.launching.problems.OwnerOnly;

/** Lets only the owner read a key file. */
record OwnerOnlyFix() implements IMarkerResolution {

    @Override
    public String getLabel() {
        return Messages.ownerOnly;
    }

    @Override
    public void run(IMarker marker) {
        new FileFixJob(marker.getResource(), OwnerOnly::apply).schedule();
    }
}
