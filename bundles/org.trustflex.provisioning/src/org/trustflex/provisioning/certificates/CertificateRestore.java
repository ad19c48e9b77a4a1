package org.trustflex.provisioning.certificates;

import java.time.Clock;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Puts back what a device's certificate slots held before the project first wrote to them. Cut off anywhere, it is finished
 * by running it again.
 */
public final class CertificateRestore {

    private final Project project;
    private final Clock clock;

    /** An operation on one project. */
    public CertificateRestore(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /**
     * Runs the operation.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if there is no backup of this element, it is damaged, a slot can't be written, the
     *                               element is another than the project's, or the user stopped it
     */
    public void restore(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title.restore"), 2);
        steps.next(Messages.text("step.read"));
        ElementCertificates found = FollowThrough.run(source, steps, this::inspect);
        restore(found, source, steps);
    }

    private ElementCertificates inspect(SecureElement element) throws ElementException, ProvisioningException {
        SameElement.require(project, element.configurationZone());
        return ElementCertificates.read(element);
    }

    void restore(ElementCertificates found, ElementSource source, Steps steps)
            throws ElementException, ProvisioningException {
        SlotBackup.Original original = new SlotBackup(project, found.serialNumber()).original()
                .orElseThrow(() -> new NotPossible(Messages.text("restore.none", found.serialNumber())));
        new ChainWriter(project, clock).restore(original.slots(), found, source, steps);
        // The folder is for what the device holds. The certificate is kept aside, so that nothing is lost.
        new CertificateFiles(project).remove(CertificateFiles.device(found.serialNumber()), steps);
        steps.line(Messages.text("restore.done", found.serialNumber(), original.takenAt()));
    }
}
