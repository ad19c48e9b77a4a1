package org.trustflex.ui.slots;

import java.util.Optional;

import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.provisioning.certificates.DeviceChain;
import org.trustflex.provisioning.slots.SlotReport;

/** Which certificate of the chain a slot belongs to. */
final class CertificateSubject {

    private CertificateSubject() {
    }

    /** The certificate that a slot is a part of. */
    static Optional<P256Certificate> certificate(SlotReport report, Optional<DeviceChain> chain) {
        Optional<CertificateChain> known = chain.map(found -> found.report().chain());
        return switch (report.purpose()) {
            case DEVICE_CERTIFICATE -> known.map(CertificateChain::device);
            case SIGNER_PUBLIC_KEY, SIGNER_CERTIFICATE -> known.map(CertificateChain::signer);
            default -> Optional.empty();
        };
    }

    /** The name in that certificate. */
    static Optional<String> of(SlotReport report, Optional<DeviceChain> chain) {
        return certificate(report, chain).map(P256Certificate::subjectText);
    }
}
