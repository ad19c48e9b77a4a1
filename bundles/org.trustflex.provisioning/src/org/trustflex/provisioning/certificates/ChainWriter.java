package org.trustflex.provisioning.certificates;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.Check;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Remedy;
import org.trustflex.provisioning.Steps;

/** Puts certificates into slots 10 to 12 and proves that they are there. What is in the slots already is not written. */
final class ChainWriter {

    private final Project project;
    private final Clock clock;

    ChainWriter(Project project, Clock clock) {
        this.project = project;
        this.clock = clock;
    }

    /** Writes a chain that was issued, reads it back, compares and verifies. */
    DeviceChain write(CustomChain.Wanted wanted, ElementCertificates expected, ElementSource source, Steps steps)
            throws ElementException, ProvisioningException {
        write(wanted.slots(), expected, source, steps);
        steps.next(Messages.text("step.prove"));
        return FollowThrough.run(source, steps, element -> prove(element, wanted, expected));
    }

    /** Writes slots that were read before, and reads them back. */
    void restore(CertificateSlots wanted, ElementCertificates expected, ElementSource source, Steps steps)
            throws ElementException, ProvisioningException {
        write(wanted, expected, source, steps);
        CertificateSlots held = FollowThrough.run(source, steps,
                element -> requireSame(element, expected).slots());
        if (!held.equals(wanted)) {
            throw new NotPossible(Messages.text("write.differs", expected.serialNumber()));
        }
    }

    private void write(CertificateSlots wanted, ElementCertificates expected, ElementSource source, Steps steps)
            throws ElementException, ProvisioningException {
        steps.next(Messages.text("step.write"));
        FollowThrough.run(source, steps, element -> {
            write(element, wanted, expected);
            return wanted;
        });
        steps.line(Messages.text("write.signer"));
        steps.line(Messages.text("write.device"));
    }

    private void write(SecureElement element, CertificateSlots wanted, ElementCertificates expected)
            throws ElementException, ProvisioningException {
        ElementCertificates now = requireSame(element, expected);
        ElementCertificates.requireWritable(element.configurationZone(), now.slots(), wanted);
        SlotBackup backup = new SlotBackup(project, now.serialNumber());
        backup.keep(now, clock.instant());
        backup.begin(wanted, now.otp(), clock.instant());
        for (int slot : CertificateSlots.WRITE_ORDER) {
            ElementCertificates.write(element, slot, wanted);
        }
    }

    /** Between two sessions somebody may have put another element under the same address. */
    private static ElementCertificates requireSame(SecureElement element, ElementCertificates expected)
            throws ElementException, NotPossible {
        ElementCertificates now = ElementCertificates.read(element);
        if (!now.serialNumber().equals(expected.serialNumber()) || !now.deviceKey().equals(expected.deviceKey())) {
            throw new NotPossible(Messages.text("element.changed", expected.serialNumber(), now.serialNumber()));
        }
        return now;
    }

    private DeviceChain prove(SecureElement element, CustomChain.Wanted wanted, ElementCertificates expected)
            throws ElementException, ProvisioningException {
        ElementCertificates now = requireSame(element, expected);
        List<String> reasons = new ArrayList<>();
        DeviceChain held = new ChainReading(project, clock).rebuild(element, now, wanted.definition(), reasons)
                .orElseThrow(() -> new NotPossible(Messages.text("prove.damaged",
                        SlotPurpose.DEVICE_CERTIFICATE.slot(), SlotPurpose.SIGNER_CERTIFICATE.slot(),
                        now.serialNumber(), String.join(" ", reasons)), Remedy.RESTORE_CERTIFICATES));
        CertificateChain chain = held.report().chain();
        if (!chain.equals(wanted.chain())) {
            throw new NotPossible(Messages.text("prove.differs", now.serialNumber(),
                    CustomChain.differences(wanted.chain(), chain)), Remedy.RESTORE_CERTIFICATES);
        }
        if (!held.report().holds()) {
            throw new NotPossible(Messages.text("chain.fails", now.serialNumber(), held.report().checks().stream()
                    .filter(check -> !check.holds()).map(Check::sentence).collect(Collectors.joining(". "))));
        }
        return held;
    }
}
