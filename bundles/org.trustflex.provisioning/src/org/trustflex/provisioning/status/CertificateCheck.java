package org.trustflex.provisioning.status;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.certificates.CertificateFiles;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.provisioning.slots.SlotComparison;

/** Whether the project has a certificate chain of its own for the element, and whether it holds. */
final class CertificateCheck {

    private static final List<SlotPurpose> SLOTS = List.of(SlotPurpose.PRIMARY_PRIVATE_KEY,
            SlotPurpose.DEVICE_CERTIFICATE, SlotPurpose.SIGNER_PUBLIC_KEY, SlotPurpose.SIGNER_CERTIFICATE);

    private final Evidence evidence;
    private final CertificateFiles files;

    CertificateCheck(Evidence evidence) {
        this.evidence = evidence;
        this.files = new CertificateFiles(evidence.project());
    }

    Condition condition() {
        if (evidence.record().deliveredChain().isPresent()) {
            return Condition.done(Messages.text("certificates.delivered", evidence.element()));
        }
        try {
            Optional<P256Certificate> device = files.certificate(CertificateFiles.device(evidence.element()));
            return device.isPresent() ? ofChain(device.get())
                    : Condition.of(State.READY, Action.CERTIFICATES, Messages.text("certificates.ready"));
        } catch (BadFile damaged) {
            return Condition.damaged(damaged);
        }
    }

    private Condition ofChain(P256Certificate device) throws BadFile {
        Optional<P256Certificate> root = files.certificate(CertificateFiles.ROOT);
        Optional<P256Certificate> signer = files.certificate(CertificateFiles.signer(signerId(device)));
        boolean holds = root.isPresent() && signer.isPresent() && root.get().isSignedBy(root.get().publicKey())
                && signer.get().isSignedBy(root.get().publicKey()) && device.isSignedBy(signer.get().publicKey());
        if (!holds) {
            return attention(Messages.text("certificates.broken", CertificateFiles.device(evidence.element())));
        }
        Optional<SlotComparison> different = evidence.comparison().flatMap(CertificateCheck::firstDifference);
        return different.isPresent() ? attention(different.get().sentence())
                : Condition.done(Messages.text("certificates.done", device.organization()));
    }

    /** The signer's id is the end of its name, which the device's certificate repeats as its issuer. */
    private static SignerId signerId(P256Certificate device) {
        String issuer = device.issuerText();
        String end = issuer.substring(Math.max(0, issuer.length() - SignerId.DEFAULT.hex().length()));
        return end.matches("[0-9A-F]{4}") ? new SignerId(end) : SignerId.DEFAULT;
    }

    private static Optional<SlotComparison> firstDifference(ProjectComparison comparison) {
        return SLOTS.stream().flatMap(purpose -> comparison.slot(purpose.slot()).stream())
                .filter(slot -> slot.result() == Comparison.DIFFERS).findFirst();
    }

    private static Condition attention(String sentence) {
        return Condition.of(State.NEEDS_ATTENTION, Action.CERTIFICATES, sentence);
    }
}
