package org.trustflex.launching.operation;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.ProvisioningException;

/** A use case of org.trustflex.provisioning on one secure element. */
@FunctionalInterface
public interface ElementOperation {

    /** Runs it. */
    void run(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException, RejectedValue;
}
