package org.trustflex.provisioning.slots;

import java.util.Optional;

import org.trustflex.atecc.config.SlotPolicy;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;

/**
 * What one slot of a secure element allows and holds.
 *
 * @param slot      0 to 15
 * @param purpose   what TrustFLEX parts keep there
 * @param policy    what the configuration zone allows
 * @param state     what the slot holds
 * @param publicKey the public key in the slot, or of the private key in it
 */
public record SlotReport(int slot, SlotPurpose purpose, SlotPolicy policy, SlotState state,
        Optional<EccPublicKey> publicKey) {
}
