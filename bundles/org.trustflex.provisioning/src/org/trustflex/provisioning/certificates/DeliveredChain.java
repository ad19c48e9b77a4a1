package org.trustflex.provisioning.certificates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
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
 * Uses the chain that a device was delivered with: verifies it up to the root of its definition, after putting it back from
 * the backup if a custom chain has taken its place.
 */
public final class DeliveredChain {

    private final Project project;
    private final Clock clock;

    /** An operation on one project, whose backup is used if one is needed. */
    public DeliveredChain(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /**
     * Runs the operation.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if the device's code names no definition, neither the device nor the backup holds the
     *                               delivered chain, or the user stopped it
     */
    public DeviceChain use(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title.delivered"), 3);
        steps.line(Messages.text("delivered.begin"));
        steps.next(Messages.text("step.read"));
        Optional<DeviceChain> held = FollowThrough.run(source, steps, this::read);
        DeviceChain chain = held.isPresent() ? held.get() : restored(source, steps);
        remember(chain);
        new ChainLines(steps).print(chain);
        steps.line(Messages.text("delivered.success"));
        return chain;
    }

    /** Of another element than the project's nothing is remembered: it was only verified. */
    private void remember(DeviceChain chain) throws ProvisioningException {
        Optional<DeviceRecord> record = DeviceRecord.read(project)
                .filter(known -> known.serialNumber().equals(chain.serialNumber()));
        if (record.isPresent()) {
            record.get().withDeliveredChain(clock.instant()).write(project);
        }
    }

    private Optional<DeviceChain> read(SecureElement element) throws ElementException, ProvisioningException {
        DeviceRecord.requireTrustFlex(element.configurationZone());
        return read(element, ElementCertificates.read(element));
    }

    private Optional<DeviceChain> read(SecureElement element, ElementCertificates found)
            throws ElementException, ProvisioningException {
        ChainDefinition definition = found.builtIn().orElseThrow(() -> new NotPossible(
                Messages.text("read.none", found.serialNumber(),
                        Messages.text("read.otp", BuiltInDefinitions.code(found.otp())))));
        return new ChainReading(project, clock).rebuild(element, found, definition, new ArrayList<>())
                .filter(chain -> chain.report().signaturesHold());
    }

    private DeviceChain restored(ElementSource source, Steps steps) throws ElementException, ProvisioningException {
        ElementCertificates found = FollowThrough.run(source, steps, element -> {
            SameElement.require(project, element.configurationZone());
            return ElementCertificates.read(element);
        });
        Optional<SlotBackup.Original> original = new SlotBackup(project, found.serialNumber()).original();
        if (original.isEmpty() || !isDelivered(found, original.get(), source, steps)) {
            throw new NotPossible(Messages.text("delivered.lost", found.serialNumber()));
        }
        new CertificateRestore(project, clock).restore(found, source, steps);
        steps.line(Messages.text("delivered.restored"));
        return FollowThrough.run(source, steps, this::read)
                .orElseThrow(() -> new NotPossible(Messages.text("delivered.lost", found.serialNumber())));
    }

    private boolean isDelivered(ElementCertificates found, SlotBackup.Original original, ElementSource source,
            Steps steps) throws ElementException, ProvisioningException {
        ElementCertificates before = new ElementCertificates(found.serialNumber(), found.otp(), original.slots(),
                found.deviceKey());
        return FollowThrough.run(source, steps, element -> read(element, before)).isPresent();
    }
}
