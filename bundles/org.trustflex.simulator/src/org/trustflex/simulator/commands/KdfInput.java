package org.trustflex.simulator.commands;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.KdfDetails;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** Key and message of KDF. */
record KdfInput(CommandPacket packet, Chip chip) {

    private static final int HALF = 32;
    /** With KdfIvLoc 0, as in TrustFLEX parts, or from here on there is no IV. */
    private static final int NO_IV = 0xF0;

    int details() {
        return ByteBuffer.wrap(packet.data()).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    int messageLength() {
        return details() >>> KdfDetails.MESSAGE_LENGTH_SHIFT;
    }

    /** The message that came along. */
    byte[] message() {
        byte[] data = packet.data();
        return Arrays.copyOfRange(data, KdfDetails.LENGTH, data.length);
    }

    /** The message of HKDF, from where the details say. */
    byte[] hkdfMessage() throws CommandRefused {
        return switch (details() & KdfDetails.HKDF_MESSAGE_MASK) {
            case KdfDetails.HKDF_MESSAGE_IN_SLOT -> {
                int slot = details() >> KdfDetails.HKDF_MESSAGE_SLOT_SHIFT & 0x0F;
                new KeyUse(chip, slot).requireNotPrivate("KDF");
                yield part(chip.image().slot(slot), 0, messageLength());
            }
            case KdfDetails.HKDF_MESSAGE_IN_TEMPKEY -> part(chip.requireTempKey().value(), 0, messageLength());
            case KdfDetails.HKDF_MESSAGE_IN_INPUT -> message();
            default -> messageWithIv();
        };
    }

    private byte[] messageWithIv() throws CommandRefused {
        int location = chip.configuration().kdfIvLocation();
        if (location == 0 || location >= NO_IV) {
            throw new CommandRefused(RefusalReason.KDF_IV_DISABLED);
        }
        byte[] message = message();
        byte[] iv = chip.configuration().kdfIvBytes();
        int end = location + iv.length;
        if (message.length < end || !Arrays.equals(iv, Arrays.copyOfRange(message, location, end))) {
            throw new CommandRefused(RefusalReason.KDF_IV_MISMATCH, location);
        }
        return message;
    }

    /** The key from where the mode says. Counts a use of a slot, so it comes after all other rules. */
    byte[] useKey(int start, int length) throws CommandRefused {
        return switch (packet.param1() & KdfMode.SOURCE_MASK) {
            case KdfMode.SOURCE_TEMPKEY -> part(chip.requireTempKey().value(), start, length);
            case KdfMode.SOURCE_TEMPKEY_UPPER -> {
                byte[] value = chip.requireTempKey().value();
                yield part(Arrays.copyOfRange(value, HALF, Math.max(HALF, value.length)), start, length);
            }
            case KdfMode.SOURCE_SLOT -> useSlot(start, length);
            default -> part(chip.sram().alternateKeyBuffer()
                    .orElseThrow(() -> new CommandRefused(RefusalReason.ALTERNATE_KEY_BUFFER_EMPTY)), start, length);
        };
    }

    private byte[] useSlot(int start, int length) throws CommandRefused {
        KeyUse key = KeyUse.of(chip, packet.param2() & 0xFF);
        KeyConfig config = key.requireNotPrivate("KDF").keyConfig();
        if (!config.isAes() && !config.isSecretOrData()) {
            throw new CommandRefused(RefusalReason.KEY_NOT_SYMMETRIC, key.slot());
        }
        byte[] bytes = part(chip.image().slot(key.slot()), start, length);
        key.countUse();
        return bytes;
    }

    private static byte[] part(byte[] content, int start, int length) throws CommandRefused {
        if (content.length < start + length) {
            throw new CommandRefused(RefusalReason.KDF_SOURCE_SHORT, content.length, start + length);
        }
        return Arrays.copyOfRange(content, start, start + length);
    }
}
