package org.trustflex.simulator.chip;

import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * The rules for using the key of a slot that several commands share (508A data sheet, sections 2.2.5, 3.2.5 and 3.2.9).
 *
 * @param chip the element
 * @param slot the key's slot, 0 to 15
 */
public record KeyUse(Chip chip, int slot) {

    private static final int COUNT_MATCH = 18;

    /**
     * The key of a slot that a command names.
     *
     * @throws CommandRefused if there is no such slot
     */
    public static KeyUse of(Chip chip, int keyId) throws CommandRefused {
        if (keyId >= SlotLayout.SLOT_COUNT) {
            throw new CommandRefused(RefusalReason.NO_SUCH_SLOT, keyId);
        }
        return new KeyUse(chip, keyId);
    }

    /** The slot must be meant for a private key of P-256. */
    public KeyUse requirePrivate() throws CommandRefused {
        KeyConfig key = keyConfig();
        if (!key.isPrivate() || !key.isP256()) {
            throw new CommandRefused(RefusalReason.KEY_NOT_PRIVATE, slot);
        }
        if (!chip.slotConfig(slot).isSecret()) {
            throw new CommandRefused(RefusalReason.KEY_NOT_SECRET, slot);
        }
        return this;
    }

    /** The private key, which must exist. */
    public byte[] requirePrivateKey() throws CommandRefused {
        byte[] key = chip.image().privateKey(slot);
        if (!P256.isPrivateKey(key)) {
            throw new CommandRefused(RefusalReason.KEY_MISSING, slot);
        }
        return key;
    }

    /** The slot must not be one of a private key: the named command can't use these. */
    public KeyUse requireNotPrivate(String command) throws CommandRefused {
        if (keyConfig().isPrivate()) {
            throw new CommandRefused(RefusalReason.KEY_IS_PRIVATE, slot, command);
        }
        return this;
    }

    /** Results of ECDH, KDF and DeriveKey go only where no private key is and nothing is locked. */
    public KeyUse requireChangeable(String command) throws CommandRefused {
        requireNotPrivate(command);
        if (chip.configuration().slotLocked(slot)) {
            throw new CommandRefused(RefusalReason.SLOT_LOCKED, slot);
        }
        return this;
    }

    /** The slot must be meant for a public key of P-256, which only slots 8 to 15 have room for. */
    public KeyUse requirePublic() throws CommandRefused {
        if (!isPublic()) {
            throw new CommandRefused(RefusalReason.KEY_NOT_PUBLIC, slot);
        }
        return this;
    }

    /** Whether the slot is meant for a public key of P-256. */
    public boolean isPublic() {
        KeyConfig key = keyConfig();
        return slot >= SlotLayout.SLOT_COUNT / 2 && key.isP256() && !key.isPrivate();
    }

    /** With ReqRandom, TempKey must be valid and come from a random nonce. */
    public KeyUse requireRandomNonceIfConfigured() throws CommandRefused {
        if (keyConfig().reqRandom() && !holdsRandomNonce()) {
            throw new CommandRefused(RefusalReason.RANDOM_NONCE_NEEDED, slot);
        }
        return this;
    }

    private boolean holdsRandomNonce() {
        return chip.sram().tempKey().filter((TempKey key) -> !key.privateKey() && !key.flags().passThrough())
                .isPresent();
    }

    /**
     * Latch, authorization and number of uses must allow it; a use is counted. Comes after all other rules, as it
     * changes the element.
     */
    public void countUse() throws CommandRefused {
        requireAuthorized();
        if (keyConfig().persistentDisable() && !chip.persistentLatch()) {
            throw new CommandRefused(RefusalReason.KEY_NEEDS_LATCH, slot);
        }
        countDownIfLimited();
    }

    /** Counts a use of a key that has a limited number of them, whatever else the rules for its use are. */
    public void countDownIfLimited() throws CommandRefused {
        if (chip.slotConfig(slot).limitedUse()) {
            countDown();
        }
    }

    /** With ReqAuth, the authorizing key must have been used before; the authorization is used up. */
    public void requireAuthorized() throws CommandRefused {
        KeyConfig key = keyConfig();
        if (!key.reqAuth()) {
            return;
        }
        boolean authorized = chip.sram().authorizedKey().orElse(-1) == key.authKey();
        chip.sram().clearAuthorization();
        if (!authorized) {
            throw new CommandRefused(RefusalReason.KEY_NEEDS_AUTHORIZATION, slot, key.authKey());
        }
    }

    private void countDown() throws CommandRefused {
        MonotonicCounter counter = MonotonicCounter.of(chip.configuration(), 0);
        if (counter.atMaximum() || counter.value() >= countMatch()) {
            throw new CommandRefused(RefusalReason.KEY_USED_UP, slot);
        }
        MonotonicCounter next = counter.incremented();
        chip.eeprom().replace(chip.image().withConfigurationBytes(next.offset(), next.encode()));
    }

    /** CountMatch: a slot may hold a lower limit of Counter 0 in its first four bytes, low byte first. */
    private long countMatch() {
        int setting = chip.configuration().bytes()[COUNT_MATCH];
        if ((setting & 1) == 0) {
            return Long.MAX_VALUE;
        }
        byte[] limit = chip.image().block(setting >> 4 & 0x0F, 0);
        return limit[0] & 0xFFL | (limit[1] & 0xFFL) << 8 | (limit[2] & 0xFFL) << 16 | (limit[3] & 0xFFL) << 24;
    }

    /** What the configuration says about the key. */
    public KeyConfig keyConfig() {
        return chip.keyConfig(slot);
    }

    /** The first 32 bytes of the slot, the key of MAC, GenDig and HMAC. */
    public byte[] symmetricKey() {
        return chip.image().block(slot, 0);
    }
}
