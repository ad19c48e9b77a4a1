package org.trustflex.atecc.reason;

import static org.trustflex.atecc.reason.ProbableReason.because;

import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.OutputProtection;
import org.trustflex.atecc.config.SecureBootConfig;
import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.EcdhMode;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.PrivWriteMode;
import org.trustflex.atecc.packet.SecureBootMode;
import org.trustflex.atecc.packet.SignMode;
import org.trustflex.atecc.packet.VerifyMode;

/** The commands that use keys of the elliptic curve. */
record PublicKeyReasons(ConfigurationZone zone, CommandPacket command) {

    private static final int FIRST_PUBLIC_KEY_SLOT = 8;

    private int slot() {
        return command.param2() & 0x0F;
    }

    private KeyConfig key() {
        return zone.keyConfig(slot());
    }

    private SlotConfig policy() {
        return zone.slotConfig(slot());
    }

    private boolean isPrivate() {
        return key().isPrivate() && key().isP256();
    }

    private boolean isPublic() {
        return slot() >= FIRST_PUBLIC_KEY_SLOT && !key().isPrivate() && key().isP256();
    }

    /** Nothing in the configuration forbids it, so volatile memory must. */
    private Optional<Explanation> state() {
        if (key().persistentDisable()) {
            return because(ProbableCause.LATCH, slot());
        }
        return policy().limitedUse() ? because(ProbableCause.USEDUP, slot()) : because(ProbableCause.TEMPKEY);
    }

    Optional<Explanation> genKey() {
        if (command.param2() >= SlotLayout.SLOT_COUNT) {
            return because(ProbableCause.TEMPKEY);
        }
        if (command.param1() == GenKeyMode.PUBLIC_KEY_DIGEST) {
            return isPublic() ? state() : because(ProbableCause.GENKEY_NOTPUBLIC, slot());
        }
        if (!isPrivate()) {
            return because(ProbableCause.GENKEY_NOTPRIVATE, slot());
        }
        boolean digest = (command.param1() & GenKeyMode.DIGEST) != 0;
        if ((command.param1() & GenKeyMode.PRIVATE) != 0) {
            if (zone.slotLocked(slot())) {
                return because(ProbableCause.LOCKED, slot());
            }
            return policy().genKeyAllowed() ? state() : because(ProbableCause.GENKEY_FIXED, slot());
        }
        if (!key().pubInfo()) {
            return because(ProbableCause.GENKEY_NOPUBINFO, slot());
        }
        return digest ? state() : because(ProbableCause.GENKEY_EMPTY, slot());
    }

    Optional<Explanation> sign() {
        if (!isPrivate()) {
            return because(ProbableCause.SIGN_NOTPRIVATE, slot());
        }
        boolean external = (command.param1() & SignMode.EXTERNAL) != 0;
        if (external && !policy().externalSignAllowed()) {
            return because(ProbableCause.SIGN_NOEXTERNAL, slot());
        }
        if (!external && !policy().internalSignAllowed()) {
            return because(ProbableCause.SIGN_NOINTERNAL, slot());
        }
        return state();
    }

    Optional<Explanation> verify() {
        return switch (command.param1() & VerifyMode.MODE_MASK) {
            case VerifyMode.STORED -> {
                if (!isPublic()) {
                    yield because(ProbableCause.VERIFY_NOTPUBLIC, slot());
                }
                yield key().needsValidation() ? because(ProbableCause.VERIFY_NOTVALID, slot()) : state();
            }
            case VerifyMode.VALIDATE, VerifyMode.INVALIDATE -> hasValidity()
                    ? because(ProbableCause.VALIDATE_TEMPKEY, slot())
                    : because(ProbableCause.VALIDATE_NOVALIDITY, slot());
            case VerifyMode.VALIDATE_EXTERNAL -> {
                if (!hasValidity()) {
                    yield because(ProbableCause.VALIDATE_NOVALIDITY, slot());
                }
                yield because(zone.x509Format(slot()) == 0 ? ProbableCause.VALIDATE_NOX509
                        : ProbableCause.VALIDATE_CERTIFICATE, slot());
            }
            default -> because(ProbableCause.TEMPKEY);
        };
    }

    private boolean hasValidity() {
        return slot() >= FIRST_PUBLIC_KEY_SLOT && key().needsValidation();
    }

    Optional<Explanation> ecdh() {
        if ((command.param1() & EcdhMode.SOURCE_TEMPKEY) != 0) {
            return because(ProbableCause.TEMPKEY);
        }
        if (!isPrivate()) {
            return because(ProbableCause.SIGN_NOTPRIVATE, slot());
        }
        if (!policy().ecdhAllowed()) {
            return because(ProbableCause.ECDH_FORBIDDEN, slot());
        }
        int target = command.param1() & EcdhMode.TARGET_MASK;
        boolean compatible = target == EcdhMode.TARGET_COMPATIBLE;
        if (target == EcdhMode.TARGET_OUTPUT && policy().ecdhToSlot()) {
            return because(ProbableCause.ECDH_INSIDE, slot());
        }
        if (target == EcdhMode.TARGET_SLOT || compatible && policy().ecdhToSlot()) {
            int result = slot() | 1;
            boolean takes = result != slot() && !zone.keyConfig(result).isPrivate() && !zone.slotLocked(result);
            return because(takes ? ProbableCause.ECDH_POINT : ProbableCause.ECDH_TARGET, slot());
        }
        if (target != EcdhMode.TARGET_TEMPKEY && zone.ecdhProtection() == OutputProtection.FORBIDDEN) {
            return because(ProbableCause.OUTPUT_FORBIDDEN);
        }
        boolean encrypted = (command.param1() & EcdhMode.ENCRYPTED) != 0;
        return encrypted && !zone.ioProtectionEnabled() ? because(ProbableCause.OUTPUT_NOKEY)
                : because(ProbableCause.ECDH_POINT, slot());
    }

    Optional<Explanation> privWrite() {
        if (!isPrivate()) {
            return because(ProbableCause.SIGN_NOTPRIVATE, slot());
        }
        if (zone.slotLocked(slot())) {
            return because(ProbableCause.LOCKED, slot());
        }
        if (zone.dataLocked() && !policy().privWriteAllowed()) {
            return because(ProbableCause.PRIVWRITE_FORBIDDEN, slot());
        }
        if (zone.dataLocked() && (command.param1() & PrivWriteMode.ENCRYPTED) == 0) {
            return because(ProbableCause.PRIVWRITE_CLEAR, slot());
        }
        return because(ProbableCause.WRITE_WRONGKEY, slot(), policy().writeKey());
    }

    Optional<Explanation> secureBoot() {
        SecureBootConfig.Mode mode = zone.secureBoot().mode();
        if (mode == SecureBootConfig.Mode.DISABLED) {
            return because(ProbableCause.SECUREBOOT_DISABLED);
        }
        boolean full = (command.param1() & SecureBootMode.MODE_MASK) == SecureBootMode.FULL;
        return because(!full && mode == SecureBootConfig.Mode.FULL_BOTH ? ProbableCause.SECUREBOOT_NOSTORE
                : ProbableCause.SECUREBOOT_PROHIBITED);
    }
}
