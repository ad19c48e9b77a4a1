package org.trustflex.provisioning.certificates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.FieldDifference;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.authority.ExistingCertificates;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.CDefinition;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Gives a device a certificate of the user's own chain: root, signer and device certificate are issued and saved, what the
 * slots hold is backed up, the chain is written in compressed form, read back, rebuilt, compared byte for byte and verified.
 * Cut off anywhere and run again, it completes what is missing: files that fit are used, slots are written where they differ.
 */
public final class CustomChain {

    private final Project project;
    private final CertificateFiles files;
    private final SecureRandom random;
    private final Clock clock;

    /** An operation on one project. */
    public CustomChain(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.files = new CertificateFiles(project);
        this.random = random;
        this.clock = clock;
    }

    /**
     * Runs the operation.
     *
     * @param profile names and validities
     * @return the chain as the device holds it now
     * @throws RejectedValue         if the clock and the chosen validities can't be compressed; nothing was written
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if a slot can't be written, a file is bad, the element is another, what was read back
     *                               differs, or the user stopped it
     */
    public DeviceChain create(ChainProfile profile, ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException, RejectedValue {
        Steps steps = new Steps(monitor, Messages.text("title.custom"), 6);
        ChainIssuer issuer = new ChainIssuer(profile, random, clock);
        issuer.requireEncodable();
        steps.line(Messages.text("custom.begin"));
        steps.next(Messages.text("step.read"));
        Found found = FollowThrough.run(source, steps, this::inspect);
        steps.next(Messages.text("step.backup"));
        backUp(found, steps);
        steps.next(Messages.text("step.authorities"));
        Authorities.Signer signer = new Authorities(files, profile, issuer, random, steps).prepare();
        steps.next(Messages.text("step.issue"));
        Wanted wanted = issue(profile, issuer, signer, found.certificates(), steps);
        useCustomChain();
        DeviceChain written = new ChainWriter(project, clock).write(wanted, found.certificates(), source, steps);
        finish(written, steps);
        return written;
    }

    /**
     * What the element holds before anything is done.
     *
     * @param certificates its slots, key and OTP zone
     * @param delivered    its chain, if that is the one that it was delivered with
     */
    private record Found(ElementCertificates certificates, Optional<DeviceChain> delivered) {
    }

    private Found inspect(SecureElement element) throws ElementException, ProvisioningException {
        SameElement.require(project, element.configurationZone());
        ElementCertificates found = ElementCertificates.read(element);
        if (new ProjectDefinition(project).forSlots(found.slots(), found.serialNumber()).isEmpty()) {
            // The slots hold no chain of this project, so that all three will change.
            ElementCertificates.requireWritable(element.configurationZone());
        }
        Optional<ChainDefinition> definition = found.builtIn();
        Optional<DeviceChain> delivered = definition.isEmpty() ? Optional.empty()
                : new ChainReading(project, clock).rebuild(element, found, definition.get(), new ArrayList<>());
        return new Found(found, delivered.filter(chain -> chain.report().signaturesHold()));
    }

    private void backUp(Found found, Steps steps) throws ProvisioningException {
        ElementCertificates certificates = found.certificates();
        boolean kept = new SlotBackup(project, certificates.serialNumber()).keep(certificates, clock.instant());
        if (found.delivered().isEmpty()) {
            steps.line(Messages.text("backup.custom"));
        } else if (kept) {
            boolean simulated = found.delivered().get().definition().simulated();
            steps.line(Messages.text(simulated ? "backup.simulator" : "backup.manufacturer"));
        }
    }

    /**
     * What the device is to hold.
     *
     * @param definition by which the slots are to be read again
     * @param chain      the certificates
     * @param slots      the same, compressed
     */
    record Wanted(ChainDefinition definition, CertificateChain chain, CertificateSlots slots) {
    }

    private Wanted issue(ChainProfile profile, ChainIssuer issuer, Authorities.Signer signer,
            ElementCertificates found, Steps steps) throws ProvisioningException, RejectedValue {
        try {
            P256Certificate template = template(profile, issuer, signer, steps);
            ChainDefinition definition = ChainDefinition.of(signer.root(), signer.signer(), template,
                    ChainIssuer.TEMPLATE_SERIAL_NUMBER);
            for (CDefinition.CFile file : CDefinition.files(definition, signer.signer(), template)) {
                files.write(file.name(), file.text(), steps);
            }
            steps.line(Messages.text("custom.serial", found.serialNumber()));
            steps.line(Messages.text("custom.key", SlotPurpose.PRIMARY_PRIVATE_KEY.slot(),
                    found.deviceKey().hex()));
            CertificateChain chain = new CertificateChain(device(profile, issuer, signer, found, steps),
                    signer.signer(), signer.root());
            return new Wanted(definition, chain,
                    definition.compress(chain, found.serialNumber(), Optional.empty()));
        } catch (MalformedCertificate unfit) {
            throw new NotPossible(Messages.text("custom.unfit", unfit.getMessage()));
        }
    }

    private P256Certificate template(ChainProfile profile, ChainIssuer issuer, Authorities.Signer signer,
            Steps steps) throws ProvisioningException, RejectedValue {
        P256Certificate fresh = issuer.deviceTemplate(signer.signerKey(), signer.signer());
        Optional<P256Certificate> known = files.certificate(CertificateFiles.DEVICE_TEMPLATE)
                .filter(certificate -> fits(profile, certificate, ChainIssuer.TEMPLATE_SERIAL_NUMBER,
                        fresh.publicKey(), signer));
        if (known.isPresent()) {
            return known.get();
        }
        files.write(CertificateFiles.DEVICE_TEMPLATE, fresh.pem(), steps);
        return fresh;
    }

    private P256Certificate device(ChainProfile profile, ChainIssuer issuer, Authorities.Signer signer,
            ElementCertificates found, Steps steps) throws ProvisioningException, RejectedValue {
        String name = CertificateFiles.device(found.serialNumber());
        Optional<P256Certificate> earlier = files.certificate(name);
        Optional<P256Certificate> known = earlier.filter(
                certificate -> fits(profile, certificate, found.serialNumber(), found.deviceKey(), signer));
        P256Certificate device = known.isPresent() ? known.get()
                : issuer.device(found.serialNumber(), found.deviceKey(), signer.signerKey(), signer.signer(),
                        earlier.map(certificate -> certificate.notBefore().instant()).filter(this::isPast));
        files.write(name, device.pem(), steps);
        steps.line(Messages.text(known.isPresent() ? "custom.device.kept" : "custom.device", name));
        return device;
    }

    private boolean isPast(Instant instant) {
        return !instant.isAfter(clock.instant());
    }

    private static boolean fits(ChainProfile profile, P256Certificate certificate, SerialNumber serialNumber,
            EccPublicKey key, Authorities.Signer signer) {
        return new ExistingCertificates(profile).fitsAsDevice(certificate, serialNumber, key, signer.signer());
    }

    private void useCustomChain() throws BadFile {
        Optional<DeviceRecord> record = DeviceRecord.read(project);
        if (record.isPresent() && record.get().deliveredChain().isPresent()) {
            record.get().withCustomChain().write(project);
        }
    }

    private void finish(DeviceChain written, Steps steps) throws ProvisioningException {
        files.writeKitInfo(written.report().chain().thingId());
        steps.line(Messages.text("custom.thing", written.report().chain().thingId()));
        steps.line("");
        steps.line(Messages.text("custom.success"));
        steps.line("");
        new ChainLines(steps).print(written);
    }

    /** The fields in which what was read back differs, one after the other. */
    static String differences(CertificateChain wanted, CertificateChain found) {
        return List.of(FieldDifference.between(wanted.signer(), found.signer()),
                FieldDifference.between(wanted.device(), found.device())).stream().flatMap(List::stream)
                .map(FieldDifference::toString).collect(Collectors.joining("; "));
    }
}
