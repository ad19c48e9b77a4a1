package org.trustflex.provisioning.resources;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MacMode;

/** Finds out whether a slot holds a certain key: by reading it, or by a MAC where it can't be read. */
final class SlotProof {

    private static final int MAC_KEY_LENGTH = 32;
    private static final byte[] NO_OTP = new byte[11];

    private final SecureElement element;
    private final SecureRandom random;

    SlotProof(SecureElement element, SecureRandom random) {
        this.element = element;
        this.random = random;
    }

    /**
     * Whether a secret slot holds this key. The device computes a MAC over a nonce that it and the host drew; of the 64
     * bytes in slot 9 a MAC covers the first 32, which are written last.
     */
    boolean holdsSecret(int slot, byte[] secret) throws ElementException {
        byte[] hostNonce = new byte[Nonces.INPUT_LENGTH];
        random.nextBytes(hostNonce);
        byte[] nonce = element.nonceRandom(hostNonce);
        int mode = MacMode.BLOCK2_TEMPKEY | MacMode.INCLUDE_SERIAL_NUMBER;
        byte[] fromDevice = element.mac(mode, slot);
        byte[] key = Arrays.copyOf(secret, MAC_KEY_LENGTH);
        byte[] expected = Macs.mac(key, nonce, mode, slot, NO_OTP, element.serialNumber());
        Arrays.fill(key, (byte) 0);
        return MessageDigest.isEqual(expected, fromDevice);
    }

    /** Whether a public key slot holds this key, valid or not. */
    boolean holdsPublicKey(int slot, EccPublicKey key) throws ElementException {
        return element.readPublicKey(slot).equals(key);
    }
}
