package org.trustflex.provisioning.rotation;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;

/**
 * What slot 14 holds.
 *
 * @param key   the public key as it stands there, half-written ones included
 * @param valid whether the device uses it
 */
record RotatingSlot(EccPublicKey key, boolean valid) {

    static RotatingSlot read(SecureElement element) throws ElementException {
        boolean valid = element.readValidity(TrustFlexProfile.ROTATING_SLOT);
        return new RotatingSlot(element.readPublicKey(TrustFlexProfile.ROTATING_SLOT), valid);
    }

    boolean holdsValid(EccPublicKey other) {
        return valid && key.equals(other);
    }
}
