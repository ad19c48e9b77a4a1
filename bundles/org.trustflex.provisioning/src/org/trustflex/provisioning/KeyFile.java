package org.trustflex.provisioning;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.SymmetricKeyPem;
import org.trustflex.certificates.keys.UnusableKeyException;

/** The key files of a project, named as the Trust Platform Design Suite names them. */
public final class KeyFile {

    private static final int SECRET_LENGTH = 32;
    private static final int AES_KEYS_LENGTH = 64;

    private KeyFile() {
    }

    /** The file name of a slot's P-256 key pair. */
    public static String keyPairName(int slot) {
        return "slot_" + slot + "_ecc_key_pair.pem";
    }

    /** The file name of a slot's secret key. */
    public static String secretName(int slot) {
        return "slot_" + slot + "_secret_key.pem";
    }

    /** The file name of a slot's secret key as a C array. */
    public static String secretHeaderName(int slot) {
        return "slot_" + slot + "_secret_key.h";
    }

    /** How many bytes the secret in a secret slot has: 64 in slot 9, which holds four AES keys, else 32. */
    public static int secretLength(int slot) {
        return slot == SlotPurpose.AES_KEY.slot() ? AES_KEYS_LENGTH : SECRET_LENGTH;
    }

    /** Reads a key pair that must be there. */
    public static P256KeyPair readKeyPair(DurableFile file) throws BadFile {
        requirePresent(file);
        try {
            return P256KeyPair.fromPem(file.readText());
        } catch (UnusableKeyException unusable) {
            throw new BadFile(file.path(), Messages.text("key.bad", file.path(), unusable.getMessage()), unusable);
        }
    }

    /**
     * Reads a secret key that must be there.
     *
     * @param length how many bytes it must have
     */
    public static byte[] readSecret(DurableFile file, int length) throws BadFile {
        requirePresent(file);
        try {
            return SymmetricKeyPem.read(file.readText(), length);
        } catch (UnusableKeyException unusable) {
            throw new BadFile(file.path(), Messages.text("key.bad", file.path(), unusable.getMessage()), unusable);
        }
    }

    private static void requirePresent(DurableFile file) throws BadFile {
        if (!file.exists()) {
            throw new BadFile(file.path(), Messages.text("key.missing", file.path()));
        }
    }
}
