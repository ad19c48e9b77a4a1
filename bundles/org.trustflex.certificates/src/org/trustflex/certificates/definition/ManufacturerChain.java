package org.trustflex.certificates.definition;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.certificates.CertificateContent;
import org.trustflex.certificates.CertificateExtension;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.CertificateTime;
import org.trustflex.certificates.KeyIdentifier;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.compressed.SerialNumberSource;
import org.trustflex.certificates.definition.NamePattern.Variable;

/**
 * The chains that Microchip delivers Trust Platform parts with. All end in Crypto Authentication Root CA 002, whose
 * certificate is published by its maker; it is put together here from its values.
 */
final class ManufacturerChain {

    private static final String ORGANIZATION = "Microchip Technology Inc";
    private static final CertificateName ROOT_NAME = new CertificateName(ORGANIZATION,
            "Crypto Authentication Root CA 002");
    private static final NamePattern SIGNER_NAME = NamePattern.signer(ORGANIZATION, "Crypto Authentication Signer ");
    private static final int SIGNER_YEARS = 31;
    private static final int DEVICE_YEARS = 28;

    private static final EccPublicKey ROOT_KEY = EccPublicKey.of(HexFormat.of().parseHex(
            "bd54e66de3875484006b53ae1580d50aa069e78adf5578d85ce2d54dd5b83029"
                    + "6bffdd6e6f7256fbd99ef1a116b11d33ad49103aa1858739dcfae437e19d634e"));
    private static final EcdsaSignature ROOT_SIGNATURE = EcdsaSignature.parse(
            "a1dc634590ec819ee1de5b81126551add4c2c4f8e595282ee04be768ec7c0273"
                    + "3e6ba74e9e4c0ad68c24b0fb2ee793d2e6be9465ca15d0ea5bc87f5579995cad");

    /** Crypto Authentication Root CA 002. */
    static final P256Certificate ROOT = new CertificateContent(
            new BigInteger("77d36d956ec8ae6205e58e3acb985a81", 16), ROOT_NAME,
            CertificateTime.of(Instant.parse("2018-11-08T19:12:19Z")),
            CertificateTime.of(Instant.parse("2058-11-08T19:12:19Z")), ROOT_NAME, ROOT_KEY,
            KeyIdentifier.of(ROOT_KEY),
            List.of(CertificateExtension.SUBJECT_KEY_IDENTIFIER, CertificateExtension.AUTHORITY_KEY_IDENTIFIER,
                    CertificateExtension.AUTHORITY),
            Optional.empty()).withSignature(ROOT_SIGNATURE);

    private static final CertificateTemplate SIGNER = new CertificateTemplate(1, 0,
            SerialNumberSource.PUBLIC_KEY_HASH, NamePattern.fixed(ROOT_NAME), SIGNER_NAME, SIGNER_YEARS,
            CertificateTemplate.SIGNER_EXTENSIONS);

    /** Template 2: the common name is the serial number and "ATECC". */
    static final ChainDefinition WITH_ATECC_NAME = definition(2,
            new NamePattern(ORGANIZATION, "", Variable.SERIAL_NUMBER, " ATECC"),
            CertificateTemplate.DEVICE_EXTENSIONS);
    /** Template 3: the common name is "sn" and the serial number; with a network address. */
    static final ChainDefinition WITH_NETWORK_ADDRESS = definition(3, NamePattern.device(ORGANIZATION, "sn"),
            withNetworkAddress());
    /** Template 4: the common name is "sn" and the serial number. */
    static final ChainDefinition WITH_SN_NAME = definition(4, NamePattern.device(ORGANIZATION, "sn"),
            CertificateTemplate.DEVICE_EXTENSIONS);

    private ManufacturerChain() {
    }

    private static List<CertificateExtension> withNetworkAddress() {
        List<CertificateExtension> extensions = new ArrayList<>(CertificateTemplate.DEVICE_EXTENSIONS);
        extensions.add(0, CertificateExtension.NETWORK_ADDRESS);
        return extensions;
    }

    private static ChainDefinition definition(int template, NamePattern device,
            List<CertificateExtension> extensions) {
        return new ChainDefinition(Messages.text("title.manufacturer", template), false, ROOT, SIGNER,
                new CertificateTemplate(template, 0, SerialNumberSource.PUBLIC_KEY_HASH, SIGNER_NAME, device,
                        DEVICE_YEARS, extensions));
    }
}
