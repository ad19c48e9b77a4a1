package org.trustflex.certificates.authority;

import java.time.Duration;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.CertificateRequest;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.EncodedDates;

/**
 * Whether certificates that exist are what a profile asks for, so that no new ones are needed. Validities count only where
 * somebody chose them: a chain that was issued with another usual validity stays in use.
 */
public final class ExistingCertificates {

    private final ChainProfile profile;

    /** What fits this profile. */
    public ExistingCertificates(ChainProfile profile) {
        this.profile = profile;
    }

    /** Whether a root has the profile's name and signs itself. */
    public boolean fitsAsRoot(P256Certificate root) {
        return hasName(root, profile.root()) && root.namesAsIssuer(root) && root.isSignedBy(root.publicKey())
                && root.subjectKeyIdentifier().isPresent() && (!profile.rootDaysChosen() || hasRootDays(root));
    }

    private boolean hasRootDays(P256Certificate root) {
        boolean endless = root.notAfter().equals(CertificateTime.NO_EXPIRY);
        Duration validity = Duration.between(root.notBefore().instant(), root.notAfter().instant());
        return profile.rootDays() == 0 ? endless : !endless && validity.equals(Duration.ofDays(profile.rootDays()));
    }

    /** Whether a request is for the profile's signer and this key. */
    public boolean fits(CertificateRequest request, EccPublicKey signerKey) {
        return request.subject().equals(profile.signer()) && request.publicKey().equals(signerKey);
    }

    /** Whether a signer has the profile's name and this key and was signed by this root. */
    public boolean fitsAsSigner(P256Certificate signer, EccPublicKey key, P256Certificate root) {
        return hasName(signer, profile.signer()) && signer.publicKey().equals(key) && isBelow(signer, root)
                && hasYears(signer, profile.signerYears());
    }

    /** Whether a device certificate is for this device and was signed by this signer. */
    public boolean fitsAsDevice(P256Certificate device, SerialNumber serialNumber, EccPublicKey key,
            P256Certificate signer) {
        CertificateName name = profile.device().of(profile.signerId(), serialNumber);
        return hasName(device, name) && device.publicKey().equals(key) && isBelow(device, signer)
                && hasYears(device, profile.deviceYears());
    }

    private static boolean hasName(P256Certificate certificate, CertificateName name) {
        return certificate.subject().equals(Optional.of(name));
    }

    private static boolean isBelow(P256Certificate certificate, P256Certificate authority) {
        return certificate.namesAsIssuer(authority)
                && certificate.authorityKeyIdentifier().equals(authority.subjectKeyIdentifier())
                && certificate.isSignedBy(authority.publicKey());
    }

    /** Whether it can be compressed, and has the validity that was chosen, if one was. */
    private boolean hasYears(P256Certificate certificate, int years) {
        return EncodedDates.find(certificate.notBefore(), certificate.notAfter())
                .filter(dates -> !profile.yearsChosen() || dates.expireYears() == years).isPresent();
    }
}
