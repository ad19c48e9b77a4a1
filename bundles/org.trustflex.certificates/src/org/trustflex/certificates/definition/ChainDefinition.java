package org.trustflex.certificates.definition;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.certificates.compressed.EncodedDates;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.certificates.definition.CertificateTemplate.Subject;
import org.trustflex.certificates.keys.P256PublicKey;

/**
 * All that the slots do not hold of a device's certificates: the templates of signer and device, and the trust anchor.
 *
 * @param title     what to call it
 * @param simulated whether it is for simulated parts
 * @param root      the trust anchor
 * @param signer    the template of signer certificates
 * @param device    the template of device certificates
 */
public record ChainDefinition(String title, boolean simulated, P256Certificate root, CertificateTemplate signer,
        CertificateTemplate device) {

    private static final int SIGNER_TEMPLATE = 1;
    private static final int DEVICE_TEMPLATE = 2;
    private static final int SIGNER_ID_DIGITS = 4;

    /**
     * The definition of a chain of one's own, told by its certificates.
     *
     * @param deviceCertificate the certificate of any device of it, or the device template
     * @param serialNumber      the serial number in the name of that device
     * @throws MalformedCertificate if the certificates have not the form that can be compressed
     */
    public static ChainDefinition of(P256Certificate root, P256Certificate signerCertificate,
            P256Certificate deviceCertificate, SerialNumber serialNumber) throws MalformedCertificate {
        CertificateName signerName = name(signerCertificate);
        CertificateName deviceName = name(deviceCertificate);
        String signerPrefix = prefix(signerName, signerIdOf(signerCertificate).hex());
        NamePattern signerPattern = NamePattern.signer(signerName.organization(), signerPrefix);
        NamePattern devicePattern = NamePattern.device(deviceName.organization(),
                prefix(deviceName, serialNumber.hex()));
        return of(NamePattern.fixed(name(root)), root, signerPattern, devicePattern, years(signerCertificate),
                years(deviceCertificate));
    }

    private static ChainDefinition of(NamePattern rootName, P256Certificate root, NamePattern signerName,
            NamePattern deviceName, int signerYears, int deviceYears) {
        CertificateTemplate signer = new CertificateTemplate(SIGNER_TEMPLATE, 0, SerialNumberSource.PUBLIC_KEY_HASH,
                rootName, signerName, signerYears, CertificateTemplate.SIGNER_EXTENSIONS);
        CertificateTemplate device = new CertificateTemplate(DEVICE_TEMPLATE, 0, SerialNumberSource.PUBLIC_KEY_HASH,
                signerName, deviceName, deviceYears, CertificateTemplate.DEVICE_EXTENSIONS);
        return new ChainDefinition(Messages.text("title.custom", root.subjectText()), false, root, signer, device);
    }

    private static CertificateName name(P256Certificate certificate) throws MalformedCertificate {
        return certificate.subject().orElseThrow(
                () -> new MalformedCertificate(Messages.text("definition.name", certificate.subjectText())));
    }

    private static String prefix(CertificateName name, String end) throws MalformedCertificate {
        if (!name.commonName().endsWith(end)) {
            throw new MalformedCertificate(Messages.text("definition.end", name.commonName(), end));
        }
        return name.commonName().substring(0, name.commonName().length() - end.length());
    }

    private static int years(P256Certificate certificate) throws MalformedCertificate {
        return EncodedDates.of(certificate.notBefore(), certificate.notAfter()).expireYears();
    }

    /**
     * The signer id at the end of a signer's common name.
     *
     * @throws MalformedCertificate if it does not end in one
     */
    public static SignerId signerIdOf(P256Certificate signer) throws MalformedCertificate {
        String name = signer.commonName();
        int start = Math.max(0, name.length() - SIGNER_ID_DIGITS);
        try {
            return new SignerId(name.substring(start));
        } catch (IllegalArgumentException notHex) {
            throw new MalformedCertificate(Messages.text("definition.signerid", name), notHex);
        }
    }

    /**
     * The chain that the slots hold. Whether its signatures fit is for a report to say.
     *
     * @param deviceKey      the public key of slot 0
     * @param serialNumber   the device's
     * @param networkAddress the device's, if the definition needs one
     * @throws MalformedCertificate if the slots hold no chain, or one of another definition; the message names the slot
     */
    public CertificateChain rebuild(CertificateSlots slots, EccPublicKey deviceKey, SerialNumber serialNumber,
            Optional<String> networkAddress) throws MalformedCertificate {
        CompressedCertificate compressedSigner = decode(slots, SlotPurpose.SIGNER_CERTIFICATE);
        CompressedCertificate compressedDevice = decode(slots, SlotPurpose.DEVICE_CERTIFICATE);
        EccPublicKey signerKey = EccPublicKey.fromStored(slots.slot(SlotPurpose.SIGNER_PUBLIC_KEY.slot()));
        requireOnCurve(signerKey, SlotPurpose.SIGNER_PUBLIC_KEY);
        requireOnCurve(deviceKey, SlotPurpose.PRIMARY_PRIVATE_KEY);
        try {
            P256Certificate rebuiltSigner = signer.rebuild(compressedSigner,
                    new Subject(signerKey, identifierOf(root), serialNumber, Optional.empty()));
            P256Certificate rebuiltDevice = device.rebuild(compressedDevice,
                    new Subject(deviceKey, identifierOf(rebuiltSigner), serialNumber, networkAddress));
            return new CertificateChain(rebuiltDevice, rebuiltSigner, root);
        } catch (MalformedCertificate other) {
            throw new MalformedCertificate(Messages.text("definition.other", title, other.getMessage()), other);
        }
    }

    private static CompressedCertificate decode(CertificateSlots slots, SlotPurpose purpose)
            throws MalformedCertificate {
        try {
            return CompressedCertificate.decode(slots.slot(purpose.slot()));
        } catch (MalformedCertificate damaged) {
            throw new MalformedCertificate(Messages.text("slot", purpose.slot(), damaged.getMessage()), damaged);
        }
    }

    private static void requireOnCurve(EccPublicKey key, SlotPurpose purpose) throws MalformedCertificate {
        if (!new P256PublicKey(key).isOnCurve()) {
            throw new MalformedCertificate(Messages.text("slot.key", purpose.slot()));
        }
    }

    /**
     * The content of the slots for a chain of this definition.
     *
     * @param networkAddress the device's, if the definition needs one
     * @throws MalformedCertificate if the slots can't hold it
     */
    public CertificateSlots compress(CertificateChain chain, SerialNumber serialNumber,
            Optional<String> networkAddress) throws MalformedCertificate {
        SignerId signerId = signerIdOf(chain.signer());
        CompressedCertificate compressedSigner = signer.compress(chain.signer(), signerId,
                new Subject(chain.signer().publicKey(), identifierOf(root), serialNumber, Optional.empty()));
        CompressedCertificate compressedDevice = device.compress(chain.device(), signerId,
                new Subject(chain.device().publicKey(), identifierOf(chain.signer()), serialNumber, networkAddress));
        return CertificateSlots.of(compressedDevice, chain.signer().publicKey(), compressedSigner);
    }

    private static KeyIdentifier identifierOf(P256Certificate authority) {
        return authority.subjectKeyIdentifier().orElseGet(() -> KeyIdentifier.of(authority.publicKey()));
    }
}
