package org.trustflex.atecc.config;

import java.util.Arrays;

import org.trustflex.atecc.packet.ClockDivider;

/**
 * The 128 bytes that decide what a secure element allows (TFLXTLS data sheet, section 2.1). Immutable; a device's zone
 * changes only by Lock, Counter and UpdateExtra once it is locked.
 */
public final class ConfigurationZone {

    /** The size in bytes. */
    public static final int SIZE = 128;
    /** The byte of LockValue: 55 while data and OTP zones are open. */
    public static final int LOCK_VALUE = 86;
    /** The byte of LockConfig: 55 while the configuration zone is open. */
    public static final int LOCK_CONFIG = 87;
    /** The first of two bytes with one bit per slot, 1 = unlocked. */
    public static final int SLOT_LOCKED = 88;
    /** The first byte of the eight of Counter 0; Counter 1 follows. */
    public static final int COUNTERS = 52;

    /** The byte of UserExtra, which UpdateExtra writes once. */
    public static final int USER_EXTRA = 84;
    /** The byte of UserExtraAdd, the I2C address that UpdateExtra writes once. */
    public static final int USER_EXTRA_ADD = 85;

    private static final int AES_ENABLE = 13;
    private static final int I2C_ADDRESS = 16;
    private static final int CHIP_MODE = 19;
    private static final int SLOT_CONFIG = 20;
    private static final int SECURE_BOOT = 70;
    private static final int KDF_IV = 72;
    private static final int CHIP_OPTIONS = 90;
    private static final int X509_FORMAT = 92;
    private static final int KEY_CONFIG = 96;
    private static final int UNLOCKED = 0x55;

    private final byte[] bytes;

    private ConfigurationZone(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A zone from its bytes.
     *
     * @throws IllegalArgumentException if these are not 128 bytes
     */
    public static ConfigurationZone of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("A configuration zone has 128 bytes, not " + bytes.length);
        }
        return new ConfigurationZone(bytes.clone());
    }

    /** Bytes 0 to 3 and 8 to 12. */
    public SerialNumber serialNumber() {
        byte[] serial = new byte[SerialNumber.LENGTH];
        System.arraycopy(bytes, 0, serial, 0, 4);
        System.arraycopy(bytes, 8, serial, 4, 5);
        return SerialNumber.of(serial);
    }

    /** Bytes 4 to 7. */
    public Revision revision() {
        return Revision.of(Arrays.copyOfRange(bytes, 4, 8));
    }

    /** Whether the AES command and AES key slots work. */
    public boolean aesEnabled() {
        return (bytes[AES_ENABLE] & 1) != 0;
    }

    /** The I2C address in 8-bit notation, such as 0x6C. */
    public int i2cAddress() {
        int changed = unsigned(USER_EXTRA_ADD);
        return (changed != 0 ? changed : unsigned(I2C_ADDRESS)) & 0xFE;
    }

    /** The ChipMode byte. */
    public int chipMode() {
        return unsigned(CHIP_MODE);
    }

    /** The clock divider, which decides execution times. */
    public ClockDivider clockDivider() {
        return ClockDivider.fromChipMode(chipMode());
    }

    /** The UserExtra byte. */
    public int userExtra() {
        return unsigned(USER_EXTRA);
    }

    /** The access policy of a slot. */
    public SlotConfig slotConfig(int slot) {
        return new SlotConfig(littleEndian16(SLOT_CONFIG + 2 * slot));
    }

    /** The kind of key in a slot. */
    public KeyConfig keyConfig(int slot) {
        return new KeyConfig(littleEndian16(KEY_CONFIG + 2 * slot));
    }

    /** Whether the slot has been locked for ever by itself. */
    public boolean slotLocked(int slot) {
        return (littleEndian16(SLOT_LOCKED) >> slot & 1) == 0;
    }

    /** Whether the configuration zone is locked. */
    public boolean configurationLocked() {
        return unsigned(LOCK_CONFIG) != UNLOCKED;
    }

    /** Whether data and OTP zones are locked, so that the slot policies are in force. */
    public boolean dataLocked() {
        return unsigned(LOCK_VALUE) != UNLOCKED;
    }

    /** Whether outputs of ECDH and KDF may be protected and Verify may answer with a MAC. */
    public boolean ioProtectionEnabled() {
        return (unsigned(CHIP_OPTIONS) & 0x02) != 0;
    }

    /** The slot of the IO protection key. */
    public int ioProtectionKey() {
        return unsigned(CHIP_OPTIONS + 1) >> 4;
    }

    /** Whether the part tests itself at each wake. */
    public boolean powerOnSelfTest() {
        return (unsigned(CHIP_OPTIONS) & 0x01) != 0;
    }

    /** Whether KDF may use AES. */
    public boolean kdfAesEnabled() {
        return (unsigned(CHIP_OPTIONS) & 0x04) != 0;
    }

    /** How results of ECDH may leave the device. */
    public OutputProtection ecdhProtection() {
        return protection(unsigned(CHIP_OPTIONS + 1));
    }

    /** How results of KDF may leave the device. */
    public OutputProtection kdfProtection() {
        return protection(unsigned(CHIP_OPTIONS + 1) >> 2);
    }

    /** Two bits; the fourth value is not documented and taken as the strictest. */
    private static OutputProtection protection(int bits) {
        OutputProtection[] all = OutputProtection.values();
        return all[Math.min(bits & 0x03, all.length - 1)];
    }

    /** The settings of secure boot. */
    public SecureBootConfig secureBoot() {
        return new SecureBootConfig(littleEndian16(SECURE_BOOT));
    }

    /** Where KDF(HKDF) with IV expects {@link #kdfIvBytes} in its message. */
    public int kdfIvLocation() {
        return unsigned(KDF_IV);
    }

    /** The two bytes that KDF(HKDF) with IV expects. */
    public byte[] kdfIvBytes() {
        return Arrays.copyOfRange(bytes, KDF_IV + 1, KDF_IV + 3);
    }

    /** The X509format byte that applies to a slot; 0 means none. */
    public int x509Format(int slot) {
        return unsigned(X509_FORMAT + keyConfig(slot).x509Id());
    }

    /** A copy of the 128 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private int unsigned(int offset) {
        return bytes[offset] & 0xFF;
    }

    private int littleEndian16(int offset) {
        return unsigned(offset) | unsigned(offset + 1) << 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigurationZone that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "configuration zone of " + serialNumber();
    }
}
