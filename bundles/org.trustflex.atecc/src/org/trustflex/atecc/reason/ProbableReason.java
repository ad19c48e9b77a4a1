package org.trustflex.atecc.reason;

import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.InfoMode;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.UpdateExtraMode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/**
 * Why a device probably refused a command, told from its configuration zone. A device itself says only "0F"; the rules
 * are those of the 508A data sheet, chapter 9, and the TFLXTLS data sheet, chapter 5. What volatile memory held nobody
 * knows afterwards, so a command that breaks no rule of the configuration is explained by that.
 */
public final class ProbableReason {

    private final ConfigurationZone zone;

    /** Explains by this configuration. */
    public ProbableReason(ConfigurationZone zone) {
        this.zone = zone;
    }

    /** The reason, or nothing if the configuration zone tells none. */
    public Optional<Explanation> of(CommandPacket command, StatusCode status) {
        return command.opcode().flatMap((Opcode opcode) -> switch (status) {
            case MISCOMPARE -> miscompare(opcode, command);
            case EXECUTION_ERROR -> execution(opcode, command);
            case PARSE_ERROR -> because(ProbableCause.PARSE);
            case WATCHDOG_ABOUT_TO_EXPIRE -> because(ProbableCause.WATCHDOG);
            case COMMUNICATION_ERROR -> because(ProbableCause.COMMUNICATION);
            case ECC_FAULT -> because(ProbableCause.ECCFAULT);
            case SELF_TEST_ERROR, HEALTH_TEST_ERROR -> because(ProbableCause.SELFTEST);
            case SUCCESS, AFTER_WAKE -> Optional.empty();
        });
    }

    static Optional<Explanation> because(ProbableCause cause, Object... arguments) {
        return Optional.of(Explanation.of(cause, arguments));
    }

    private Optional<Explanation> miscompare(Opcode opcode, CommandPacket command) {
        int slot = command.param2();
        return switch (opcode) {
            case CHECK_MAC -> because(ProbableCause.CHECKMAC_MISCOMPARE, slot);
            case SECURE_BOOT -> because(ProbableCause.SECUREBOOT_MISCOMPARE);
            case VERIFY -> switch (command.param1() & VerifyMode.MODE_MASK) {
                case VerifyMode.VALIDATE -> because(ProbableCause.VALIDATE_MISCOMPARE, authority(slot), slot);
                case VerifyMode.INVALIDATE -> because(ProbableCause.INVALIDATE_MISCOMPARE, authority(slot), slot);
                case VerifyMode.STORED -> because(ProbableCause.VERIFY_MISCOMPARE, slot);
                default -> because(ProbableCause.VERIFYEXTERNAL_MISCOMPARE);
            };
            default -> Optional.empty();
        };
    }

    private int authority(int slot) {
        return zone.slotConfig(slot & 0x0F).validatingKey();
    }

    private Optional<Explanation> execution(Opcode opcode, CommandPacket command) {
        PublicKeyReasons curve = new PublicKeyReasons(zone, command);
        SymmetricReasons symmetric = new SymmetricReasons(zone, command);
        return switch (opcode) {
            case READ -> read(command);
            case WRITE -> write(command);
            case LOCK -> lock(command);
            case INFO -> info(command);
            case UPDATE_EXTRA -> updateExtra(command);
            case COUNTER -> because(ProbableCause.COUNTER);
            case NONCE -> because(ProbableCause.TEMPKEY);
            case GEN_KEY -> curve.genKey();
            case SIGN -> curve.sign();
            case VERIFY -> curve.verify();
            case ECDH -> curve.ecdh();
            case PRIV_WRITE -> curve.privWrite();
            case SECURE_BOOT -> curve.secureBoot();
            case MAC, CHECK_MAC, GEN_DIG -> symmetric.keyUse();
            case SHA -> symmetric.sha();
            case AES -> symmetric.aes();
            case KDF -> symmetric.kdf();
            case DERIVE_KEY -> symmetric.deriveKey();
            case RANDOM, SELF_TEST -> Optional.empty();
        };
    }

    private Optional<Explanation> read(CommandPacket command) {
        if (!zone.dataLocked()) {
            return because(ProbableCause.DATAOPEN);
        }
        int slot = ZoneAddress.decode(Zone.DATA, command.param2()).slot();
        if (!isData(command) || slot >= SlotLayout.SLOT_COUNT) {
            return Optional.empty();
        }
        if (zone.keyConfig(slot).isPrivate()) {
            return because(ProbableCause.READ_PRIVATE, slot);
        }
        return zone.slotConfig(slot).isSecret() ? because(ProbableCause.READ_SECRET, slot) : Optional.empty();
    }

    private Optional<Explanation> write(CommandPacket command) {
        int slot = ZoneAddress.decode(Zone.DATA, command.param2()).slot();
        if (!isData(command) || slot >= SlotLayout.SLOT_COUNT) {
            return because(ProbableCause.WRITE_ZONELOCKED);
        }
        SlotConfig policy = zone.slotConfig(slot);
        if (zone.keyConfig(slot).isPrivate()) {
            return because(ProbableCause.WRITE_PRIVATE, slot);
        }
        if (zone.slotLocked(slot)) {
            return because(ProbableCause.LOCKED, slot);
        }
        boolean word = (command.param1() & ReadWriteMode.THIRTY_TWO_BYTES) == 0;
        boolean withMac = command.dataLength() > SlotLayout.BLOCK_SIZE;
        if (policy.writePolicy() == WritePolicy.NEVER) {
            return because(ProbableCause.WRITE_NEVER, slot);
        }
        if (word && policy.isSecret()) {
            return because(ProbableCause.WRITE_WORD, slot);
        }
        if (policy.writePolicy() == WritePolicy.ENCRYPTED) {
            return because(withMac ? ProbableCause.WRITE_WRONGKEY : ProbableCause.WRITE_ENCRYPTED, slot,
                    policy.writeKey());
        }
        if (withMac) {
            return because(ProbableCause.WRITE_CLEARONLY, slot);
        }
        return policy.writePolicy() == WritePolicy.PUB_INVALID ? because(ProbableCause.WRITE_VALID, slot)
                : Optional.empty();
    }

    private static boolean isData(CommandPacket command) {
        return (command.param1() & ReadWriteMode.ZONE_MASK) == Zone.DATA.code();
    }

    private Optional<Explanation> lock(CommandPacket command) {
        if ((command.param1() & LockMode.TARGET_MASK) != LockMode.SLOT) {
            return because(ProbableCause.LOCK_ZONE);
        }
        int slot = command.param1() >> 2 & 0x0F;
        if (!zone.keyConfig(slot).lockable()) {
            return because(ProbableCause.LOCK_NEVER, slot);
        }
        return zone.slotLocked(slot) ? because(ProbableCause.LOCKED, slot) : Optional.empty();
    }

    private static Optional<Explanation> info(CommandPacket command) {
        return because(command.param1() == InfoMode.GPIO ? ProbableCause.NOGPIO : ProbableCause.LATCH_DISABLED);
    }

    private static Optional<Explanation> updateExtra(CommandPacket command) {
        return command.param1() == UpdateExtraMode.COUNT_KEY_USE
                ? because(ProbableCause.USEDUP, command.param2())
                : because(ProbableCause.EXTRA_WRITTEN);
    }
}
