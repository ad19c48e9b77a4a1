package org.trustflex.atecc.trace;

import org.trustflex.atecc.packet.AesMode;
import org.trustflex.atecc.packet.EcdhMode;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.SecureBootMode;
import org.trustflex.atecc.packet.UpdateExtraMode;

/** The modes of the commands that agree on keys, derive them and boot with them, in words. */
final class KeyCommandText {

    private KeyCommandText() {
    }

    static String ecdh(int mode) {
        String target = switch (mode & EcdhMode.TARGET_MASK) {
            case EcdhMode.TARGET_SLOT -> Messages.text("target.slot");
            case EcdhMode.TARGET_TEMPKEY -> Messages.text("target.tempkey");
            case EcdhMode.TARGET_OUTPUT -> encrypted(mode, EcdhMode.ENCRYPTED);
            default -> Messages.text("ecdh.compatible");
        };
        return (mode & EcdhMode.SOURCE_TEMPKEY) == 0 ? target : Messages.text("source.tempkey", target);
    }

    private static String encrypted(int mode, int bit) {
        String output = Messages.text("target.output");
        return (mode & bit) == 0 ? output : Messages.text("encrypted", output);
    }

    static String aes(int mode) {
        int keyBlock = mode >> AesMode.KEY_BLOCK_SHIFT;
        return switch (mode & AesMode.MODE_MASK) {
            case AesMode.ENCRYPT -> Messages.text("aes.encrypt", keyBlock);
            case AesMode.DECRYPT -> Messages.text("aes.decrypt", keyBlock);
            case AesMode.GALOIS_FIELD_MULTIPLY -> Messages.text("aes.multiply");
            default -> CommandText.hex(mode);
        };
    }

    static String kdf(int mode) {
        String algorithm = switch (mode & KdfMode.ALGORITHM_MASK) {
            case KdfMode.PRF -> Messages.text("kdf.prf");
            case KdfMode.AES -> Messages.text("kdf.aes");
            case KdfMode.HKDF -> Messages.text("kdf.hkdf");
            default -> CommandText.hex(mode);
        };
        String target = switch (mode & KdfMode.TARGET_MASK) {
            case KdfMode.TARGET_TEMPKEY -> Messages.text("target.tempkey");
            case KdfMode.TARGET_TEMPKEY_UPPER -> Messages.text("target.tempkeyupper");
            case KdfMode.TARGET_SLOT -> Messages.text("target.slot");
            case KdfMode.TARGET_ALTERNATE_KEY_BUFFER -> Messages.text("target.altkeybuf");
            case KdfMode.TARGET_OUTPUT -> Messages.text("target.output");
            case KdfMode.TARGET_OUTPUT_ENCRYPTED -> Messages.text("encrypted", Messages.text("target.output"));
            default -> CommandText.hex(mode);
        };
        return Messages.text("kdf", algorithm, target);
    }

    static String secureBoot(int mode) {
        String form = switch (mode & SecureBootMode.MODE_MASK) {
            case SecureBootMode.FULL -> Messages.text("secureboot.full");
            case SecureBootMode.FULL_STORE -> Messages.text("secureboot.fullstore");
            case SecureBootMode.FULL_COPY -> Messages.text("secureboot.fullcopy");
            default -> CommandText.hex(mode);
        };
        return (mode & SecureBootMode.ENCRYPTED_WITH_MAC) == 0 ? form : Messages.text("encrypted", form);
    }

    static String updateExtra(int mode) {
        return switch (mode) {
            case UpdateExtraMode.USER_EXTRA -> Messages.text("updateextra.userextra");
            case UpdateExtraMode.USER_EXTRA_ADDRESS -> Messages.text("updateextra.address");
            case UpdateExtraMode.COUNT_KEY_USE -> Messages.text("updateextra.count");
            default -> CommandText.hex(mode);
        };
    }
}
