package org.trustflex.atecc.trace;

import java.util.OptionalInt;

import org.trustflex.atecc.packet.AesMode;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.CounterMode;
import org.trustflex.atecc.packet.EcdhMode;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.InfoMode;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PrivWriteMode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.SelfTestMode;
import org.trustflex.atecc.packet.ShaMode;
import org.trustflex.atecc.packet.SignMode;
import org.trustflex.atecc.packet.UpdateExtraMode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/**
 * A command in words: its name with the mode, such as "Verify(validate)", and the slot that it is for. No data is part of
 * it, so it may be logged.
 *
 * @param name the command's data sheet name, with its mode in brackets where it has one
 * @param slot the slot that the command is for, empty if it is for none
 */
public record CommandText(String name, OptionalInt slot) {

    private static final int LAST_SLOT = 15;

    /** Describes a command. An unknown opcode is shown as its number. */
    public static CommandText of(CommandPacket command) {
        return command.opcode().map(opcode -> known(opcode, command))
                .orElseGet(() -> new CommandText(Messages.text("unknown", command.opcodeByte()), OptionalInt.empty()));
    }

    private static CommandText known(Opcode opcode, CommandPacket command) {
        String mode = mode(opcode, command);
        String name = mode.isEmpty() ? opcode.dataSheetName() : opcode.dataSheetName() + "(" + mode + ")";
        return new CommandText(name, slot(opcode, command));
    }

    private static String mode(Opcode opcode, CommandPacket command) {
        int mode = command.param1();
        return switch (opcode) {
            case READ, WRITE -> readWrite(command);
            case GEN_KEY -> genKey(mode);
            case SIGN -> Messages.text((mode & SignMode.EXTERNAL) != 0 ? "sign.external" : "sign.internal");
            case VERIFY -> verify(mode);
            case NONCE -> nonce(mode);
            case LOCK -> lock(mode);
            case SHA -> sha(mode);
            case INFO -> info(mode);
            case COUNTER -> Messages.text(mode == CounterMode.INCREMENT ? "counter.increment" : "counter.read",
                    command.param2());
            case GEN_DIG -> genDig(mode);
            case ECDH -> KeyCommandText.ecdh(mode);
            case AES -> KeyCommandText.aes(mode);
            case KDF -> KeyCommandText.kdf(mode);
            case SECURE_BOOT -> KeyCommandText.secureBoot(mode);
            case PRIV_WRITE -> (mode & PrivWriteMode.ENCRYPTED) != 0 ? Messages.text("privwrite.encrypted") : "";
            case SELF_TEST -> mode == SelfTestMode.READ_FAILURES ? Messages.text("selftest.read") : hex(mode);
            case UPDATE_EXTRA -> KeyCommandText.updateExtra(mode);
            case CHECK_MAC, DERIVE_KEY, MAC, RANDOM -> "";
        };
    }

    private static String readWrite(CommandPacket command) {
        Zone zone = Zone.fromCode(command.param1() & ReadWriteMode.ZONE_MASK).orElse(null);
        if (zone == null) {
            return Messages.text("zone.unknown");
        }
        ZoneAddress address = ZoneAddress.decode(zone, command.param2());
        boolean block = (command.param1() & ReadWriteMode.THIRTY_TWO_BYTES) != 0;
        String place = block ? Messages.text("place.block", address.block())
                : Messages.text("place.word", address.block(), address.word());
        String text = zone == Zone.DATA ? place : Messages.text("zone." + zone.name(), place);
        boolean encrypted = command.opcode().orElse(null) == Opcode.WRITE
                && (command.param1() & ReadWriteMode.ENCRYPTED) != 0;
        return encrypted ? Messages.text("encrypted", text) : text;
    }

    private static String genKey(int mode) {
        return switch (mode) {
            case GenKeyMode.PUBLIC -> Messages.text("genkey.public");
            case GenKeyMode.PRIVATE -> Messages.text("genkey.private");
            case GenKeyMode.PUBLIC | GenKeyMode.DIGEST -> Messages.text("genkey.public.digest");
            case GenKeyMode.PRIVATE | GenKeyMode.DIGEST -> Messages.text("genkey.private.digest");
            case GenKeyMode.PUBLIC_KEY_DIGEST -> Messages.text("genkey.digest");
            default -> hex(mode);
        };
    }

    private static String verify(int mode) {
        return switch (mode & VerifyMode.MODE_MASK) {
            case VerifyMode.STORED -> Messages.text("verify.stored");
            case VerifyMode.VALIDATE_EXTERNAL -> Messages.text("verify.validateexternal");
            case VerifyMode.EXTERNAL -> Messages.text("verify.external");
            case VerifyMode.VALIDATE -> Messages.text("verify.validate");
            case VerifyMode.INVALIDATE -> Messages.text("verify.invalidate");
            default -> hex(mode);
        };
    }

    private static String nonce(int mode) {
        if ((mode & NonceMode.MODE_MASK) != NonceMode.PASS_THROUGH) {
            return Messages.text("nonce.random");
        }
        return switch (mode & NonceMode.TARGET_MASK) {
            case NonceMode.TARGET_TEMPKEY -> Messages.text("nonce.tempkey");
            case NonceMode.TARGET_MESSAGE_DIGEST_BUFFER -> Messages.text("nonce.msgdigbuf");
            case NonceMode.TARGET_ALTERNATE_KEY_BUFFER -> Messages.text("nonce.altkeybuf");
            default -> hex(mode);
        };
    }

    private static String lock(int mode) {
        return switch (mode & LockMode.TARGET_MASK) {
            case LockMode.CONFIGURATION_ZONE -> Messages.text("lock.config");
            case LockMode.DATA_AND_OTP_ZONES -> Messages.text("lock.data");
            case LockMode.SLOT -> Messages.text("lock.slot");
            default -> hex(mode);
        };
    }

    private static String sha(int mode) {
        return switch (mode & ShaMode.MODE_MASK) {
            case ShaMode.START -> Messages.text("sha.start");
            case ShaMode.UPDATE -> Messages.text("sha.update");
            case ShaMode.END -> Messages.text("sha.end");
            case ShaMode.PUBLIC -> Messages.text("sha.public");
            case ShaMode.HMAC_START -> Messages.text("sha.hmac");
            case ShaMode.READ_CONTEXT -> Messages.text("sha.readcontext");
            case ShaMode.WRITE_CONTEXT -> Messages.text("sha.writecontext");
            default -> hex(mode);
        };
    }

    private static String info(int mode) {
        return switch (mode) {
            case InfoMode.REVISION -> Messages.text("info.revision");
            case InfoMode.KEY_VALID -> Messages.text("info.keyvalid");
            case InfoMode.STATE -> Messages.text("info.state");
            case InfoMode.GPIO -> Messages.text("info.gpio");
            case InfoMode.VOLATILE_KEY_PERMIT -> Messages.text("info.latch");
            default -> hex(mode);
        };
    }

    private static String genDig(int zone) {
        return switch (zone) {
            case GenDigZone.CONFIGURATION -> Messages.text("gendig.config");
            case GenDigZone.OTP -> Messages.text("gendig.otp");
            case GenDigZone.DATA -> Messages.text("gendig.data");
            case GenDigZone.SHARED_NONCE -> Messages.text("gendig.nonce");
            case GenDigZone.COUNTER -> Messages.text("gendig.counter");
            case GenDigZone.KEY_CONFIGURATION -> Messages.text("gendig.keyconfig");
            default -> hex(zone);
        };
    }

    private static OptionalInt slot(Opcode opcode, CommandPacket command) {
        return switch (opcode) {
            case READ, WRITE -> (command.param1() & ReadWriteMode.ZONE_MASK) == Zone.DATA.code()
                    ? within(ZoneAddress.decode(Zone.DATA, command.param2()).slot())
                    : OptionalInt.empty();
            case GEN_KEY, SIGN, MAC, CHECK_MAC, DERIVE_KEY, PRIV_WRITE -> within(command.param2());
            case ECDH -> (command.param1() & EcdhMode.SOURCE_TEMPKEY) == 0 ? within(command.param2())
                    : OptionalInt.empty();
            case AES -> (command.param1() & AesMode.MODE_MASK) == AesMode.GALOIS_FIELD_MULTIPLY ? OptionalInt.empty()
                    : within(command.param2());
            case VERIFY -> (command.param1() & VerifyMode.MODE_MASK) == VerifyMode.EXTERNAL ? OptionalInt.empty()
                    : within(command.param2());
            case GEN_DIG -> command.param1() == GenDigZone.DATA || command.param1() == GenDigZone.KEY_CONFIGURATION
                    ? within(command.param2())
                    : OptionalInt.empty();
            case LOCK -> (command.param1() & LockMode.TARGET_MASK) == LockMode.SLOT
                    ? within(command.param1() >> 2 & 0x0F)
                    : OptionalInt.empty();
            case INFO -> command.param1() == InfoMode.KEY_VALID ? within(command.param2()) : OptionalInt.empty();
            case KDF -> (command.param1() & KdfMode.SOURCE_MASK) == KdfMode.SOURCE_SLOT
                    ? within(command.param2() & 0xFF)
                    : OptionalInt.empty();
            case UPDATE_EXTRA -> command.param1() == UpdateExtraMode.COUNT_KEY_USE ? within(command.param2())
                    : OptionalInt.empty();
            case SHA -> usesSlot(command.param1()) ? within(command.param2()) : OptionalInt.empty();
            default -> OptionalInt.empty();
        };
    }

    private static boolean usesSlot(int shaMode) {
        int mode = shaMode & ShaMode.MODE_MASK;
        return mode == ShaMode.PUBLIC || mode == ShaMode.HMAC_START;
    }

    private static OptionalInt within(int slot) {
        return slot <= LAST_SLOT ? OptionalInt.of(slot) : OptionalInt.empty();
    }

    static String hex(int mode) {
        return Messages.text("mode.unknown", mode);
    }

    /** The name, and the slot if there is one: "Verify(validate) slot 14". */
    @Override
    public String toString() {
        return slot.isPresent() ? Messages.text("withslot", name, slot.getAsInt()) : name;
    }
}
