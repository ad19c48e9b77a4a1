package org.trustflex.certificates.definition;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.certificates.CertificateName;
import org.trustflex.certificates.compressed.SignerId;

/**
 * A name of which one part differs from device to device or from signer to signer.
 *
 * @param organization the organisation
 * @param prefix       the common name before the variable part
 * @param variable     what stands there
 * @param suffix       the common name after the variable part
 */
public record NamePattern(String organization, String prefix, Variable variable, String suffix) {

    /** What differs. */
    public enum Variable {
        /** Nothing. */
        NONE,
        /** The signer id in four hex digits. */
        SIGNER_ID,
        /** The device's serial number in 18 upper-case hex digits. */
        SERIAL_NUMBER
    }

    /** The serial number that stands for any device in templates. */
    static final SerialNumber NO_DEVICE = new SerialNumber("012301020304050601");

    /** A name that is always the same. */
    public static NamePattern fixed(CertificateName name) {
        return new NamePattern(name.organization(), name.commonName(), Variable.NONE, "");
    }

    /** A common name that ends in the signer id. */
    public static NamePattern signer(String organization, String prefix) {
        return new NamePattern(organization, prefix, Variable.SIGNER_ID, "");
    }

    /** A common name that ends in the serial number. */
    public static NamePattern device(String organization, String prefix) {
        return new NamePattern(organization, prefix, Variable.SERIAL_NUMBER, "");
    }

    /** The name for a signer and a device. */
    public CertificateName of(SignerId signer, SerialNumber device) {
        String part = switch (variable) {
            case NONE -> "";
            case SIGNER_ID -> signer.hex();
            case SERIAL_NUMBER -> device.hex();
        };
        return new CertificateName(organization, prefix + part + suffix);
    }
}
