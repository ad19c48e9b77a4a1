package org.trustflex.provisioning.certificates;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.ChainDefinition;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.Project;

/** The definition that a project's own certificates make: root, signer, and the device template or a device's. */
final class ProjectDefinition {

    private final CertificateFiles files;

    ProjectDefinition(Project project) {
        this.files = new CertificateFiles(project);
    }

    /** The definition for what is in a device's slots, if the project has the files for it. */
    Optional<ChainDefinition> forSlots(CertificateSlots slots, SerialNumber serialNumber) throws BadFile {
        // Whatever the slot holds: of a signer that this project does not know there is no certificate.
        SignerId signerId = CompressedCertificate
                .signerIdIn(slots.slot(SlotPurpose.SIGNER_CERTIFICATE.slot()));
        Optional<P256Certificate> root = files.certificate(CertificateFiles.ROOT);
        Optional<P256Certificate> signer = files.certificate(CertificateFiles.signer(signerId));
        Optional<P256Certificate> template = files.certificate(CertificateFiles.DEVICE_TEMPLATE);
        Optional<P256Certificate> device = files.certificate(CertificateFiles.device(serialNumber));
        if (root.isEmpty() || signer.isEmpty() || template.isEmpty() && device.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(template.isPresent()
                    ? ChainDefinition.of(root.get(), signer.get(), template.get(), ChainIssuer.TEMPLATE_SERIAL_NUMBER)
                    : ChainDefinition.of(root.get(), signer.get(), device.get(), serialNumber));
        } catch (MalformedCertificate unfit) {
            throw new BadFile(files.project().resourcesFolder(),
                    Messages.text("definition.unfit", files.project().resourcesFolder(), unfit.getMessage()), unfit);
        }
    }
}
