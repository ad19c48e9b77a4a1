package org.trustflex.provisioning.slots;

import java.util.Optional;

import org.trustflex.atecc.config.SlotLayout;
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
 * @param content   the bytes in the slot, where they can be read
 */
public record SlotReport(int slot, SlotPurpose purpose, SlotPolicy policy, SlotState state,
        Optional<EccPublicKey> publicKey, Optional<SlotContent> content) {

    /** Whether the slot has been locked for ever by itself. */
    public boolean locked() {
        return policy.locked();
    }

    /** The slot's size in bytes: 36, 72 or 416. */
    public int size() {
        return SlotLayout.size(slot);
    }

    /** The public key's fingerprint, {@code 3f:9a:...}: the first eight bytes of SHA-256 of X and Y. */
    public Optional<String> fingerprint() {
        return publicKey.map(EccPublicKey::fingerprint);
    }

    /** The content in a few words, such as "public 3f:9a:..." or "(not readable)". */
    public String summary() {
        if (publicKey.isPresent()) {
            return Messages.text("summary.key", publicKey.get().fingerprint());
        }
        return switch (state) {
            case EMPTY -> Messages.text("summary.empty");
            case DATA -> Messages.text("summary.data", content.map(SlotContent::beginning).orElse(""), size());
            case SECRET, VALID, INVALIDATED, PRIVATE_KEY -> Messages.text("summary.secret");
        };
    }
}
