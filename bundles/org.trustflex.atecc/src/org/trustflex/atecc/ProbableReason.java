package org.trustflex.atecc;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.SignMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/**
 * Why a device probably refused a command, told from its configuration zone. A device itself says only "0F"; the rules
 * are those of the 508A data sheet, chapter 9, and the TFLXTLS data sheet, chapter 5.
 */
final class ProbableReason {

    private static final int FIRST_PUBLIC_KEY_SLOT = 8;

    private final ConfigurationZone zone;

    ProbableReason(ConfigurationZone zone) {
        this.zone = zone;
    }

    /** The reason in plain words with a full stop, or an empty text if the configuration zone tells none. */
    String of(CommandPacket command, StatusCode status) {
        Opcode opcode = command.opcode().orElse(null);
        if (opcode == null) {
            return "";
        }
        return switch (status) {
            case MISCOMPARE -> miscompare(opcode, command);
            case EXECUTION_ERROR -> execution(opcode, command);
            case PARSE_ERROR -> Messages.text("reason.parse");
            case WATCHDOG_ABOUT_TO_EXPIRE -> Messages.text("reason.watchdog");
            case COMMUNICATION_ERROR -> Messages.text("reason.communication");
            case ECC_FAULT -> Messages.text("reason.eccfault");
            case SELF_TEST_ERROR, HEALTH_TEST_ERROR -> Messages.text("reason.selftest");
            case SUCCESS, AFTER_WAKE -> "";
        };
    }

    private String miscompare(Opcode opcode, CommandPacket command) {
        if (opcode == Opcode.CHECK_MAC) {
            return Messages.text("reason.checkmac.miscompare", command.param2());
        }
        if (opcode != Opcode.VERIFY) {
            return "";
        }
        int slot = command.param2();
        return switch (command.param1() & VerifyMode.MODE_MASK) {
            case VerifyMode.VALIDATE -> Messages.text("reason.validate.miscompare", authority(slot), slot);
            case VerifyMode.INVALIDATE -> Messages.text("reason.invalidate.miscompare", authority(slot), slot);
            case VerifyMode.STORED -> Messages.text("reason.verify.miscompare", slot);
            default -> Messages.text("reason.verifyexternal.miscompare");
        };
    }

    private String execution(Opcode opcode, CommandPacket command) {
        return switch (opcode) {
            case READ -> read(command);
            case WRITE -> write(command);
            case GEN_KEY -> genKey(command);
            case SIGN -> sign(command);
            case VERIFY -> verify(command);
            case LOCK -> lock(command);
            case MAC, CHECK_MAC, GEN_DIG -> keyUse(command);
            case COUNTER -> Messages.text("reason.counter");
            default -> "";
        };
    }

    private String read(CommandPacket command) {
        if (!zone.dataLocked()) {
            return Messages.text("reason.dataopen");
        }
        int slot = ZoneAddress.decode(Zone.DATA, command.param2()).slot();
        if (!isData(command)) {
            return "";
        }
        if (zone.keyConfig(slot).isPrivate()) {
            return Messages.text("reason.read.private", slot);
        }
        return zone.slotConfig(slot).isSecret() ? Messages.text("reason.read.secret", slot) : "";
    }

    private String write(CommandPacket command) {
        if (!isData(command)) {
            return Messages.text("reason.write.zonelocked");
        }
        int slot = ZoneAddress.decode(Zone.DATA, command.param2()).slot();
        SlotConfig policy = zone.slotConfig(slot);
        if (zone.keyConfig(slot).isPrivate()) {
            return Messages.text("reason.write.private", slot);
        }
        if (zone.slotLocked(slot)) {
            return Messages.text("reason.locked", slot);
        }
        if (policy.writePolicy() == WritePolicy.NEVER) {
            return Messages.text("reason.write.never", slot);
        }
        if (policy.writePolicy() == WritePolicy.PUB_INVALID) {
            return Messages.text("reason.write.valid", slot);
        }
        if (policy.writePolicy() == WritePolicy.ENCRYPTED) {
            boolean encrypted = (command.param1() & ReadWriteMode.ENCRYPTED) != 0;
            return Messages.text(encrypted ? "reason.write.wrongkey" : "reason.write.encrypted", slot,
                    policy.writeKey());
        }
        boolean word = (command.param1() & ReadWriteMode.THIRTY_TWO_BYTES) == 0;
        return word && policy.isSecret() ? Messages.text("reason.write.word", slot) : "";
    }

    private String genKey(CommandPacket command) {
        int slot = command.param2();
        if (slot == GenKeyMode.KEY_ID_TEMPKEY || slot > 15) {
            return "";
        }
        KeyConfig key = zone.keyConfig(slot);
        if (command.param1() == GenKeyMode.PUBLIC_KEY_DIGEST) {
            return slot < FIRST_PUBLIC_KEY_SLOT || key.isPrivate() ? Messages.text("reason.genkey.notpublic", slot)
                    : Messages.text("reason.tempkey");
        }
        if (!key.isPrivate() || !key.isP256()) {
            return Messages.text("reason.genkey.notprivate", slot);
        }
        if ((command.param1() & GenKeyMode.PRIVATE) != 0) {
            if (zone.slotLocked(slot)) {
                return Messages.text("reason.locked", slot);
            }
            return zone.slotConfig(slot).genKeyAllowed() ? "" : Messages.text("reason.genkey.fixed", slot);
        }
        return key.pubInfo() ? Messages.text("reason.genkey.empty", slot)
                : Messages.text("reason.genkey.nopubinfo", slot);
    }

    private String sign(CommandPacket command) {
        int slot = command.param2() & 0x0F;
        if (!zone.keyConfig(slot).isPrivate()) {
            return Messages.text("reason.sign.notprivate", slot);
        }
        boolean external = (command.param1() & SignMode.EXTERNAL) != 0;
        SlotConfig policy = zone.slotConfig(slot);
        if (external && !policy.externalSignAllowed()) {
            return Messages.text("reason.sign.noexternal", slot);
        }
        if (!external && !policy.internalSignAllowed()) {
            return Messages.text("reason.sign.nointernal", slot);
        }
        return Messages.text("reason.tempkey");
    }

    private String verify(CommandPacket command) {
        int slot = command.param2() & 0x0F;
        KeyConfig key = zone.keyConfig(slot);
        return switch (command.param1() & VerifyMode.MODE_MASK) {
            case VerifyMode.STORED -> {
                if (key.isPrivate() || !key.isP256()) {
                    yield Messages.text("reason.verify.notpublic", slot);
                }
                yield key.needsValidation() ? Messages.text("reason.verify.notvalid", slot)
                        : Messages.text("reason.tempkey");
            }
            case VerifyMode.VALIDATE, VerifyMode.INVALIDATE -> key.needsValidation()
                    ? Messages.text("reason.validate.tempkey", slot)
                    : Messages.text("reason.validate.novalidity", slot);
            default -> "";
        };
    }

    private String lock(CommandPacket command) {
        if ((command.param1() & LockMode.TARGET_MASK) != LockMode.SLOT) {
            return Messages.text("reason.lock.zone");
        }
        int slot = command.param1() >> 2 & 0x0F;
        if (zone.slotLocked(slot)) {
            return Messages.text("reason.locked", slot);
        }
        return zone.keyConfig(slot).lockable() ? "" : Messages.text("reason.lock.never", slot);
    }

    private String keyUse(CommandPacket command) {
        int slot = command.param2() & 0x0F;
        KeyConfig key = zone.keyConfig(slot);
        if (key.isPrivate()) {
            return Messages.text("reason.keyuse.private", slot);
        }
        if (command.opcode().orElse(null) == Opcode.MAC && zone.slotConfig(slot).noMac()) {
            return Messages.text("reason.keyuse.nomac", slot);
        }
        return key.reqRandom() ? Messages.text("reason.keyuse.random", slot) : Messages.text("reason.tempkey");
    }

    private boolean isData(CommandPacket command) {
        return (command.param1() & ReadWriteMode.ZONE_MASK) == Zone.DATA.code();
    }

    private int authority(int slot) {
        return zone.slotConfig(slot & 0x0F).validatingKey();
    }
}
