package org.trustflex.provisioning.slots;

import java.util.Arrays;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CertificateFiles;

/**
 * Compares the slots of the certificate chain with the project's certificate files. A compressed certificate begins with
 * the signature, which covers everything else in the certificate.
 */
final class CertificateSlotComparison {

    private final Project project;
    private final ElementSlots element;

    CertificateSlotComparison(Project project, ElementSlots element) {
        this.project = project;
        this.element = element;
    }

    /** Nothing if the project has no certificate for the slot. */
    Optional<SlotComparison> compare(SlotReport report) {
        boolean device = report.purpose() == SlotPurpose.PRIMARY_PRIVATE_KEY
                || report.purpose() == SlotPurpose.DEVICE_CERTIFICATE;
        Optional<String> name = device ? Optional.of(CertificateFiles.device(element.serialNumber()))
                : signerId().map(CertificateFiles::signer);
        return name.flatMap(file -> compare(report, file));
    }

    private Optional<SlotComparison> compare(SlotReport report, String name) {
        Optional<P256Certificate> certificate;
        try {
            certificate = new CertificateFiles(project).certificate(name);
        } catch (BadFile damaged) {
            return Optional.of(comparison(Comparison.UNKNOWN, name, damaged.getMessage()));
        }
        return certificate.map(known -> fits(report, known)
                ? comparison(Comparison.MATCHES, name, Messages.text("compare.certificate.matches", name))
                : comparison(Comparison.DIFFERS, name, Messages.text("compare.certificate.differs", name)));
    }

    private static boolean fits(SlotReport report, P256Certificate certificate) {
        if (report.publicKey().isPresent()) {
            return report.publicKey().get().equals(certificate.publicKey());
        }
        return report.content().isPresent() && Arrays.equals(certificate.signature().bytes(),
                Arrays.copyOf(report.content().get().bytes(), EcdsaSignature.LENGTH));
    }

    private Optional<SignerId> signerId() {
        return element.report(SlotPurpose.DEVICE_CERTIFICATE.slot()).content()
                .map(content -> CompressedCertificate.signerIdIn(content.bytes()));
    }

    private SlotComparison comparison(Comparison result, String name, String sentence) {
        return new SlotComparison(result, project.sharedResource(name).path(), Optional.empty(), sentence);
    }
}
