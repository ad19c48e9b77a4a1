package org.trustflex.atecc.config;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The two configurations that ATECC608-TFLXTLS parts are delivered with (TFLXTLS data sheet, sections 2.1 and 2.2.4).
 * They differ in the certificate slots 10 to 12, which prototype parts leave writable and lockable.
 */
public enum TrustFlexProfile {
    PRODUCTION("0f8f0f8f0f8f", "1c0010001c00"),
    PROTOTYPE("0f0f0f0f0f0f", "3c0030003c00");

    /** The I2C address of TrustFLEX parts, 8-bit notation. */
    public static final int I2C_ADDRESS = 0x6C;
    /** The slot of the validation authority's public key. */
    public static final int AUTHORITY_SLOT = SlotPurpose.VALIDATION_AUTHORITY.slot();
    /** The slot of the rotating public key. */
    public static final int ROTATING_SLOT = SlotPurpose.ROTATING_PUBLIC_KEY.slot();
    /** The slot of the IO protection key, which encrypts writes to slot 5. */
    public static final int IO_PROTECTION_SLOT = SlotPurpose.IO_PROTECTION_KEY.slot();

    private static final String HEAD = "01230000" + "00006003" + "0000000001" + "01" + "01" + "00" + "6c000001";
    private static final String SLOTS_0_TO_9 = "85008200852085208520" + "8f468f0f9f8f0f0f8f0f";
    private static final String SLOTS_13_TO_15 = "0f0f0d1f0f0f";
    private static final String MIDDLE = "ffffffff00000000" + "ffffffff00000000" + "0000" + "03f7" + "006976"
            + "000000000000000000" + "0000" + "0000" + "ffff" + "0e60" + "00000000";
    private static final String KEYS_0_TO_9 = "53005300730073007300" + "38007c001c003c001a00";
    private static final String KEYS_13_TO_15 = "300012003000";
    /** Where settings that TrustFLEX fixes begin; serial number and revision stand before. */
    private static final int FIXED_FROM = 13;
    private static final int CERTIFICATE_SLOT_FIRST = 10;

    private final ConfigurationZone template;

    TrustFlexProfile(String certificateSlotConfigs, String certificateKeyConfigs) {
        String hex = HEAD + SLOTS_0_TO_9 + certificateSlotConfigs + SLOTS_13_TO_15 + MIDDLE + KEYS_0_TO_9
                + certificateKeyConfigs + KEYS_13_TO_15;
        this.template = ConfigurationZone.of(HexFormat.of().parseHex(hex));
    }

    /** The whole zone of a part as delivered, with serial number 0123000000000000 01 and the revision of a 608B. */
    public ConfigurationZone template() {
        return template;
    }

    /** The zone of a part as delivered with the given serial number and revision. */
    public ConfigurationZone zone(SerialNumber serialNumber, Revision revision) {
        byte[] bytes = template.bytes();
        byte[] serial = serialNumber.bytes();
        System.arraycopy(serial, 0, bytes, 0, 4);
        System.arraycopy(serial, 4, bytes, 8, 5);
        System.arraycopy(revision.bytes(), 0, bytes, 4, 4);
        return ConfigurationZone.of(bytes);
    }

    /**
     * Which profile a device has. Slot policies and fixed settings are compared; serial number, revision, counters, locks,
     * an address changed by UpdateExtra, and policies that may be ordered permanent are not.
     *
     * @return nothing if this is no TrustFLEX part
     */
    public static Optional<TrustFlexProfile> of(ConfigurationZone zone) {
        if (!zone.serialNumber().isTrustPlatform() || !zone.configurationLocked() || !zone.dataLocked()) {
            return Optional.empty();
        }
        return Arrays.stream(values()).filter(profile -> profile.fits(zone)).findFirst();
    }

    private boolean fits(ConfigurationZone zone) {
        byte[] own = template.bytes();
        byte[] other = zone.bytes();
        boolean sameHead = Arrays.equals(own, FIXED_FROM, FIXED_FROM + 2, other, FIXED_FROM, FIXED_FROM + 2);
        boolean rotates = samePolicy(zone, ROTATING_SLOT) && zone.keyConfig(AUTHORITY_SLOT).isP256();
        boolean privateKeys = zone.keyConfig(0).isPrivate() && samePolicy(zone, 1);
        return sameHead && rotates && privateKeys && samePolicy(zone, CERTIFICATE_SLOT_FIRST);
    }

    private boolean samePolicy(ConfigurationZone zone, int slot) {
        return zone.slotConfig(slot).equals(template.slotConfig(slot))
                && zone.keyConfig(slot).equals(template.keyConfig(slot));
    }
}
