package org.trustflex.provisioning.rotation;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.provisioning.CArray;

/**
 * What {@code public_key_rotation_device.h} says to the project's own firmware beyond the design suite's arrays: the
 * element it is for, the authority, the settings that were signed, and the old key with the consent to make it invalid, so
 * that it can rotate from whatever slot 14 holds, however often it is reset.
 */
final class DeviceHeader {

    private static final int NONCE_LENGTH = 32;

    private DeviceHeader() {
    }

    static String text(Authorization authorization) {
        Validity validation = authorization.validation();
        return define("device_serial_number", authorization.serialNumber().bytes())
                + define("authority_public_key", authorization.authority().bytes())
                + define("validated_other_data", validation.otherData())
                + authorization.invalidation().map(DeviceHeader::old).orElseGet(DeviceHeader::none);
    }

    private static String old(Validity invalidation) {
        return "#define OLD_KEY_KNOWN 1\n" + old(invalidation.key().bytes(), invalidation.nonce(),
                invalidation.signature().bytes(), invalidation.otherData());
    }

    private static String none() {
        return "#define OLD_KEY_KNOWN 0\n" + old(new byte[EccPublicKey.LENGTH], new byte[NONCE_LENGTH],
                new byte[EcdsaSignature.LENGTH], new byte[InternalMessage.OTHER_DATA_LENGTH]);
    }

    private static String old(byte[] key, byte[] nonce, byte[] signature, byte[] otherData) {
        return define("old_public_key", key) + define("old_nonce", nonce) + define("old_signature", signature)
                + define("old_other_data", otherData);
    }

    private static String define(String name, byte[] bytes) {
        return "static const " + CArray.define(name, bytes);
    }
}
