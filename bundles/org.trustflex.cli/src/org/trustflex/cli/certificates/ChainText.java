package org.trustflex.cli.certificates;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CompressedCertificate;
import org.trustflex.provisioning.certificates.DeviceChain;

/** A device's chain in the forms that people read. */
final class ChainText {

    private static final int BYTES_PER_LINE = 24;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final DeviceChain device;
    private final CertificateChain chain;

    ChainText(DeviceChain device) {
        this.device = device;
        this.chain = device.report().chain();
    }

    /** Names, dates and key identifiers. */
    String summary() {
        StringBuilder text = new StringBuilder(
                Messages.text("summary.head", device.serialNumber(), device.definition().title(), chain.thingId()));
        for (P256Certificate certificate : List.of(chain.device(), chain.signer(), chain.root())) {
            text.append(Messages.text("summary.certificate", certificate.subjectText(), certificate.issuerText(),
                    certificate.notBefore().instant(), certificate.notAfter().instant(),
                    certificate.serialNumber().toString(16), HexFormat.of().formatHex(certificate.thumbprint())));
        }
        return text.toString();
    }

    /** Everything in the three certificates, the device's first. */
    String full() {
        return List.of(chain.device(), chain.signer(), chain.root()).stream().map(P256Certificate::text)
                .collect(Collectors.joining("\n"));
    }

    /** What the three slots hold, and what it means. */
    String compressed() {
        return certificate(SlotPurpose.DEVICE_CERTIFICATE) + "\n" + bytes(SlotPurpose.SIGNER_PUBLIC_KEY) + "\n"
                + certificate(SlotPurpose.SIGNER_CERTIFICATE);
    }

    private String certificate(SlotPurpose purpose) {
        try {
            CompressedCertificate decoded = CompressedCertificate.decode(device.slots().slot(purpose.slot()));
            return bytes(purpose) + Messages.text("compressed.fields", decoded.dates().notBefore().instant(),
                    decoded.dates().notAfter().instant(), decoded.signerId(), decoded.templateId(), decoded.chainId(),
                    decoded.serialSource(), decoded.dates().format());
        } catch (MalformedCertificate impossible) {
            throw new IllegalStateException("The chain was rebuilt from this slot", impossible);
        }
    }

    private String bytes(SlotPurpose purpose) {
        byte[] slot = device.slots().slot(purpose.slot());
        StringBuilder text = new StringBuilder(Messages.text("compressed.head", purpose.slot(), purpose.title()));
        for (int from = 0; from < slot.length; from += BYTES_PER_LINE) {
            text.append("  ").append(HEX.formatHex(slot, from, Math.min(from + BYTES_PER_LINE, slot.length)))
                    .append('\n');
        }
        return text.toString();
    }
}
