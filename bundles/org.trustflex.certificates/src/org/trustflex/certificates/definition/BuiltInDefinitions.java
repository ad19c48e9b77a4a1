package org.trustflex.certificates.definition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.CompressedCertificate;

/** The definitions of the chains that parts are delivered with, found by the code in the part's OTP zone. */
public final class BuiltInDefinitions {

    private static final int CODE_LENGTH = 8;
    private static final Map<String, ChainDefinition> BY_CODE = Map.of(
            "wdNxAjae", ManufacturerChain.WITH_ATECC_NAME,
            "Rsuy5YJh", ManufacturerChain.WITH_ATECC_NAME,
            "MKMwyhP1", ManufacturerChain.WITH_SN_NAME,
            "KQp2ZkD8", ManufacturerChain.WITH_NETWORK_ADDRESS,
            "x6tjuZMy", ManufacturerChain.WITH_NETWORK_ADDRESS,
            SimulatorChain.OTP_CODE, SimulatorChain.DEFINITION);
    private static final List<ChainDefinition> MANUFACTURERS = List.of(ManufacturerChain.WITH_ATECC_NAME,
            ManufacturerChain.WITH_NETWORK_ADDRESS, ManufacturerChain.WITH_SN_NAME);

    private BuiltInDefinitions() {
    }

    /** The trust anchor of the manufacturer: Crypto Authentication Root CA 002. */
    public static P256Certificate manufacturerRoot() {
        return ManufacturerChain.ROOT;
    }

    /**
     * The code that names a part's definition, such as "wdNxAjae".
     *
     * @param otp the OTP zone
     * @return eight characters, those that can't be printed replaced by a dot
     */
    public static String code(byte[] otp) {
        return new String(otp, 0, CODE_LENGTH, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    }

    /**
     * The definition that a part was delivered with. The code decides whose it is; which of the manufacturer's definitions
     * it is, the template number in slot 10 decides where it names another one, since it is not documented which parts
     * carry which code.
     *
     * @param otp the OTP zone
     * @return nothing if the code is unknown
     */
    public static Optional<ChainDefinition> of(byte[] otp, CertificateSlots slots) {
        Optional<ChainDefinition> named = Optional.ofNullable(BY_CODE.get(code(otp)));
        if (named.isEmpty() || named.get().simulated()) {
            return named;
        }
        return byTemplate(slots).or(() -> named);
    }

    private static Optional<ChainDefinition> byTemplate(CertificateSlots slots) {
        int template = CompressedCertificate.templateIdIn(slots.slot(SlotPurpose.DEVICE_CERTIFICATE.slot()));
        return MANUFACTURERS.stream().filter(known -> known.device().templateId() == template).findFirst();
    }

    /** Whether the code in the OTP zone says that the part is a simulated one. */
    public static boolean isSimulated(byte[] otp) {
        return SimulatorChain.OTP_CODE.equals(code(otp));
    }
}
