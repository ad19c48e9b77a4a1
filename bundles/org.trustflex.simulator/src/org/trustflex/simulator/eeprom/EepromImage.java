package org.trustflex.simulator.eeprom;

import java.util.Arrays;
import java.util.List;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.Zone;

/**
 * What a secure element keeps without power: the configuration zone (128 bytes), the OTP zone (64 bytes) and the 16
 * slots of the data zone with the sizes of {@link SlotLayout} (TFLXTLS data sheet, chapter 2).
 *
 * <p>An image is immutable, so that keeping one is a snapshot. A changed image shares what did not change. Slots of
 * private keys hold four zero bytes and the 32-byte key, the form that PrivWrite takes; a key of zeros is no key.
 */
public final class EepromImage {

    /**
     * The upper half of the first byte of a public key that has been validated (TFLXTLS data sheet, section 4.5.1.1).
     */
    public static final int VALID = 0x5;
    /** The upper half of the first byte of a public key that has been invalidated or written anew. */
    public static final int INVALID = 0xA;

    private static final int PRIVATE_KEY_OFFSET = 4;

    private final ConfigurationZone configuration;
    private final byte[] otp;
    private final byte[][] slots;

    private EepromImage(ConfigurationZone configuration, byte[] otp, byte[][] slots) {
        this.configuration = configuration;
        this.otp = otp;
        this.slots = slots;
    }

    /**
     * An image from its parts, which are copied.
     *
     * @param otp   64 bytes
     * @param slots 16 arrays, each of the size that {@link SlotLayout#size} gives
     * @throws IllegalArgumentException if a part has another size
     */
    public static EepromImage of(ConfigurationZone configuration, byte[] otp, List<byte[]> slots) {
        requireSize("The OTP zone", Zone.OTP.size(), otp.length);
        requireSize("The list of slots", SlotLayout.SLOT_COUNT, slots.size());
        byte[][] copies = new byte[SlotLayout.SLOT_COUNT][];
        for (int slot = 0; slot < SlotLayout.SLOT_COUNT; slot++) {
            requireSize("Slot " + slot, SlotLayout.size(slot), slots.get(slot).length);
            copies[slot] = slots.get(slot).clone();
        }
        return new EepromImage(configuration, otp.clone(), copies);
    }

    private static void requireSize(String what, int expected, int actual) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + " has " + expected + " entries, not " + actual);
        }
    }

    /** The configuration zone. */
    public ConfigurationZone configuration() {
        return configuration;
    }

    /** A copy of the 64 bytes of the OTP zone. */
    public byte[] otp() {
        return otp.clone();
    }

    /**
     * A copy of a slot's bytes, secret or not.
     *
     * @throws IndexOutOfBoundsException if there is no such slot
     */
    public byte[] slot(int slot) {
        return slots[slot].clone();
    }

    /** A copy of one 32-byte block of a slot; where the slot ends inside the block, zeros follow. */
    public byte[] block(int slot, int block) {
        int start = block * SlotLayout.BLOCK_SIZE;
        return Arrays.copyOf(Arrays.copyOfRange(slots[slot], start, Math.min(start + SlotLayout.BLOCK_SIZE,
                slots[slot].length)), SlotLayout.BLOCK_SIZE);
    }

    /** The 32 bytes of the private key in a slot, big-endian. */
    public byte[] privateKey(int slot) {
        return Arrays.copyOfRange(slots[slot], PRIVATE_KEY_OFFSET, PRIVATE_KEY_OFFSET + SlotLayout.BLOCK_SIZE);
    }

    /** The public key that stands in one of the slots 8 to 15, whatever these bytes are. */
    public EccPublicKey publicKey(int slot) {
        return EccPublicKey.fromStored(slots[slot]);
    }

    /** Whether the validity of the public key in a slot is 5. Only for slots with PubInfo does it mean anything. */
    public boolean publicKeyValid(int slot) {
        return (slots[slot][0] >> 4 & 0x0F) == VALID;
    }

    /** The image with another configuration zone. */
    public EepromImage withConfiguration(ConfigurationZone changed) {
        return new EepromImage(changed, otp, slots);
    }

    /** The image with bytes of the configuration zone replaced from {@code offset}. */
    public EepromImage withConfigurationBytes(int offset, byte... bytes) {
        return withConfiguration(ConfigurationZone.of(replaced(configuration.bytes(), offset, bytes)));
    }

    /** The image with bytes of the OTP zone replaced from {@code offset}. */
    public EepromImage withOtpBytes(int offset, byte... bytes) {
        return new EepromImage(configuration, replaced(otp.clone(), offset, bytes), slots);
    }

    /**
     * The image with bytes of a slot replaced from {@code offset}, whatever the slot's policy is.
     *
     * @throws IndexOutOfBoundsException if the bytes reach beyond the slot
     */
    public EepromImage withSlotBytes(int slot, int offset, byte... bytes) {
        byte[][] changed = slots.clone();
        changed[slot] = replaced(slots[slot].clone(), offset, bytes);
        return new EepromImage(configuration, otp, changed);
    }

    /** The image with a private key of 32 bytes, big-endian, in a slot. */
    public EepromImage withPrivateKey(int slot, byte[] key) {
        return withSlotBytes(slot, PRIVATE_KEY_OFFSET, key);
    }

    /** The image with the validity of the public key in a slot set; nothing else of the slot changes. */
    public EepromImage withValidity(int slot, boolean valid) {
        int lower = slots[slot][0] & 0x0F;
        return withSlotBytes(slot, 0, (byte) ((valid ? VALID : INVALID) << 4 | lower));
    }

    private static byte[] replaced(byte[] target, int offset, byte[] bytes) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
        return target;
    }

    /**
     * What a power cut in the middle of a write leaves. The EEPROM is written in blocks of 32 bytes; of those that the
     * write changes, in the order configuration, OTP, slots, the first bytes are new and all others old.
     *
     * @param before  the image before the write
     * @param written the image after it
     * @param bytes   how many bytes arrived
     */
    public static EepromImage torn(EepromImage before, EepromImage written, int bytes) {
        byte[] configuration = before.configuration.bytes();
        int left = arrive(configuration, written.configuration.bytes(), bytes);
        byte[] otp = before.otp.clone();
        left = arrive(otp, written.otp, left);
        byte[][] slots = new byte[SlotLayout.SLOT_COUNT][];
        for (int slot = 0; slot < SlotLayout.SLOT_COUNT; slot++) {
            slots[slot] = before.slots[slot].clone();
            left = arrive(slots[slot], written.slots[slot], left);
        }
        return new EepromImage(ConfigurationZone.of(configuration), otp, slots);
    }

    /** Copies up to {@code left} bytes of the blocks that differ; returns how many are left. */
    private static int arrive(byte[] old, byte[] fresh, int left) {
        int rest = left;
        for (int at = 0; at < old.length && rest > 0; at += SlotLayout.BLOCK_SIZE) {
            int end = Math.min(at + SlotLayout.BLOCK_SIZE, old.length);
            if (!Arrays.equals(old, at, end, fresh, at, end)) {
                int length = Math.min(rest, end - at);
                System.arraycopy(fresh, at, old, at, length);
                rest -= length;
            }
        }
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EepromImage that && configuration.equals(that.configuration)
                && Arrays.equals(otp, that.otp) && Arrays.deepEquals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * configuration.hashCode() + Arrays.hashCode(otp)) + Arrays.deepHashCode(slots);
    }

    /** Whose EEPROM it is, without content, which is secret. */
    @Override
    public String toString() {
        return "EEPROM of " + configuration.serialNumber();
    }
}
