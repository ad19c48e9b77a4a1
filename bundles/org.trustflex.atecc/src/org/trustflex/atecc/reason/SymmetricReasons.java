package org.trustflex.atecc.reason;

import static org.trustflex.atecc.reason.ProbableReason.because;

import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.OutputProtection;
import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.MacMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ShaMode;

/** The commands that use symmetric keys and digests. */
record SymmetricReasons(ConfigurationZone zone, CommandPacket command) {

    private static final int FIRST_PUBLIC_KEY_SLOT = 8;

    private int slot() {
        return command.param2() & 0x0F;
    }

    private boolean is(Opcode opcode) {
        return command.opcodeByte() == opcode.code();
    }

    /** Nothing in the configuration forbids it, so volatile memory must. */
    private Optional<Explanation> state(int slot) {
        if (zone.keyConfig(slot).persistentDisable()) {
            return because(ProbableCause.LATCH, slot);
        }
        return zone.slotConfig(slot).limitedUse() ? because(ProbableCause.USEDUP, slot)
                : because(ProbableCause.TEMPKEY);
    }

    Optional<Explanation> keyUse() {
        boolean tempKeyOnly = is(Opcode.GEN_DIG) ? command.param1() != GenDigZone.DATA
                : (command.param1() & MacMode.BLOCK1_TEMPKEY) != 0;
        if (tempKeyOnly) {
            return because(ProbableCause.TEMPKEY);
        }
        KeyConfig key = zone.keyConfig(slot());
        if (key.isPrivate()) {
            return because(ProbableCause.KEYUSE_PRIVATE, slot());
        }
        boolean noMac = zone.slotConfig(slot()).noMac();
        if (noMac && is(Opcode.MAC)) {
            return because(ProbableCause.KEYUSE_NOMAC, slot());
        }
        if (noMac && is(Opcode.GEN_DIG) && command.dataLength() == 0) {
            return because(ProbableCause.GENDIG_OTHERDATA, slot());
        }
        return key.reqRandom() ? because(ProbableCause.KEYUSE_RANDOM, slot()) : state(slot());
    }

    Optional<Explanation> sha() {
        int mode = command.param1() & ShaMode.MODE_MASK;
        KeyConfig key = zone.keyConfig(slot());
        if (mode == ShaMode.PUBLIC) {
            boolean isPublic = slot() >= FIRST_PUBLIC_KEY_SLOT && key.isP256() && !key.isPrivate();
            return isPublic ? because(ProbableCause.SHA_ORDER) : because(ProbableCause.SHA_NOTPUBLIC, slot());
        }
        if (mode != ShaMode.HMAC_START) {
            return because(ProbableCause.SHA_ORDER);
        }
        if (command.param2() >= SlotLayout.SLOT_COUNT) {
            return because(ProbableCause.TEMPKEY);
        }
        if (key.isPrivate()) {
            return because(ProbableCause.KEYUSE_PRIVATE, slot());
        }
        if (zone.slotConfig(slot()).noMac()) {
            return because(ProbableCause.KEYUSE_NOMAC, slot());
        }
        return key.reqRandom() ? because(ProbableCause.KEYUSE_RANDOM, slot()) : state(slot());
    }

    Optional<Explanation> aes() {
        if (command.param2() >= SlotLayout.SLOT_COUNT) {
            return because(ProbableCause.TEMPKEY);
        }
        KeyConfig key = zone.keyConfig(slot());
        return key.isAes() && !key.isPrivate() ? state(slot()) : because(ProbableCause.AES_NOTAES, slot());
    }

    Optional<Explanation> kdf() {
        if (!zone.dataLocked()) {
            return because(ProbableCause.DATAOPEN);
        }
        boolean aes = (command.param1() & KdfMode.ALGORITHM_MASK) == KdfMode.AES;
        if (aes && !(zone.kdfAesEnabled() && zone.aesEnabled())) {
            return because(ProbableCause.KDF_AES);
        }
        int target = command.param1() & KdfMode.TARGET_MASK;
        int targetSlot = command.param2() >> 8 & 0x0F;
        if (target == KdfMode.TARGET_SLOT && !takesKdfResult(targetSlot)) {
            return because(ProbableCause.KDF_TARGET, targetSlot);
        }
        if (target >= KdfMode.TARGET_OUTPUT && zone.kdfProtection() == OutputProtection.FORBIDDEN) {
            return because(ProbableCause.OUTPUT_FORBIDDEN);
        }
        if (target == KdfMode.TARGET_OUTPUT_ENCRYPTED && !zone.ioProtectionEnabled()) {
            return because(ProbableCause.OUTPUT_NOKEY);
        }
        boolean fromSlot = (command.param1() & KdfMode.SOURCE_MASK) == KdfMode.SOURCE_SLOT;
        if (!fromSlot) {
            return because(ProbableCause.TEMPKEY);
        }
        return isSymmetric(slot()) ? state(slot()) : because(ProbableCause.KDF_SOURCE, slot());
    }

    private boolean isSymmetric(int slot) {
        KeyConfig key = zone.keyConfig(slot);
        return !key.isPrivate() && (key.isAes() || key.isSecretOrData());
    }

    private boolean takesKdfResult(int slot) {
        return isSymmetric(slot) && zone.keyConfig(slot).pubInfo() && !zone.slotLocked(slot)
                && zone.slotConfig(slot).writePolicy() == WritePolicy.ALWAYS;
    }

    Optional<Explanation> deriveKey() {
        SlotConfig policy = zone.slotConfig(slot());
        if (!policy.deriveKeyAllowed() || zone.keyConfig(slot()).isPrivate()) {
            return because(ProbableCause.DERIVEKEY_FORBIDDEN, slot());
        }
        if (zone.slotLocked(slot())) {
            return because(ProbableCause.LOCKED, slot());
        }
        return policy.deriveKeyNeedsMac() ? because(ProbableCause.DERIVEKEY_MAC, slot(), policy.writeKey())
                : because(ProbableCause.TEMPKEY);
    }
}
