package org.trustflex.provisioning.certificates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.ChainReport;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.definition.BuiltInDefinitions;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Reads a device's certificates: rebuilds them by the project's definition or by the one that the device was delivered
 * with, whichever the signatures vouch for. Changes nothing.
 */
public final class ChainReading {

    private final Optional<Project> project;
    private final Clock clock;

    /** An operation on one project, whose own chain is tried first. */
    public ChainReading(Project project, Clock clock) {
        this(Optional.of(project), clock);
    }

    /** The same, where there may be no project: then only chains as delivered are known. */
    public ChainReading(Optional<Project> project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /**
     * Reads and verifies. A chain that does not verify is returned too, with a report that says so.
     *
     * @throws ElementException      if the element can't be reached
     * @throws ProvisioningException if the slots hold no certificates that any definition at hand explains
     */
    public DeviceChain read(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title.read"), 1);
        steps.next(Messages.text("step.read"));
        return FollowThrough.run(source, steps, this::read);
    }

    /** The same on an open session. */
    public DeviceChain read(SecureElement element) throws ElementException, ProvisioningException {
        DeviceRecord.requireTrustFlex(element.configurationZone());
        ElementCertificates found = ElementCertificates.read(element);
        List<String> reasons = new ArrayList<>();
        Optional<DeviceChain> doubtful = Optional.empty();
        for (ChainDefinition definition : candidates(found)) {
            Optional<DeviceChain> chain = rebuild(element, found, definition, reasons);
            if (chain.isPresent() && chain.get().report().signaturesHold()) {
                return chain.get();
            }
            doubtful = doubtful.or(() -> chain);
        }
        if (doubtful.isPresent()) {
            return doubtful.get();
        }
        throw new NotPossible(Messages.text("read.none", found.serialNumber(),
                reasons.isEmpty() ? Messages.text("read.otp", BuiltInDefinitions.code(found.otp()))
                        : String.join(" ", reasons)));
    }

    private List<ChainDefinition> candidates(ElementCertificates found) throws ProvisioningException {
        List<ChainDefinition> candidates = new ArrayList<>();
        if (project.isPresent()) {
            new ProjectDefinition(project.get()).forSlots(found.slots(), found.serialNumber())
                    .ifPresent(candidates::add);
        }
        found.builtIn().ifPresent(candidates::add);
        return candidates;
    }

    /**
     * The chain by one definition.
     *
     * @param reasons gets a sentence if the slots hold none
     */
    Optional<DeviceChain> rebuild(SecureElement element, ElementCertificates found, ChainDefinition definition,
            List<String> reasons) throws ElementException {
        Optional<String> address = definition.device().needsNetworkAddress()
                ? ElementCertificates.readNetworkAddress(element)
                : Optional.empty();
        try {
            CertificateChain chain = definition.rebuild(found.slots(), found.deviceKey(), found.serialNumber(),
                    address);
            return Optional.of(new DeviceChain(found.serialNumber(), found.slots(), definition,
                    ChainReport.of(chain, clock.instant())));
        } catch (MalformedCertificate unfit) {
            reasons.add(unfit.getMessage());
            return Optional.empty();
        }
    }
}
