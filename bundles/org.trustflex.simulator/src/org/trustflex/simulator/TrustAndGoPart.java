package org.trustflex.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.Zone;

/**
 * The Trust&amp;GO part (ATECC608-TNGTLS) of the Trust Platform board, which stands beside the TrustFLEX part on the bus.
 *
 * <p>Its configuration zone is not printed as bytes in any public document. The data sheets call the TrustFLEX
 * configuration nearly identical and name the slots, so this zone is probable, not certain: that of a TrustFLEX
 * production part at its own address, with the MAC address readable in slot 5, with slots 7 and 13 to 15, which are
 * reserved, never read nor written, and without secure boot. The code in the OTP zone is printed.
 */
public final class TrustAndGoPart {

    /** The I2C address, 8-bit notation. */
    public static final int I2C_ADDRESS = 0x6A;

    private static final String OTP_CODE = "x6tjuZMy";
    private static final int ADDRESS = 16;
    private static final int SLOT_CONFIG = 20;
    private static final int SECURE_BOOT = 70;
    private static final int KEY_CONFIG = 96;
    private static final int POLICIES = 2 * SlotLayout.SLOT_COUNT;
    private static final int MAC_ADDRESS_SLOT = 5;
    private static final int[] RESERVED_SLOTS = { 7, 13, 14, 15 };

    private TrustAndGoPart() {
    }

    /** The configuration zone of such a part. */
    public static ConfigurationZone zone(SerialNumber serialNumber, Revision revision) {
        byte[] bytes = TrustFlexProfile.PRODUCTION.zone(serialNumber, revision).bytes();
        bytes[ADDRESS] = I2C_ADDRESS;
        bytes[SECURE_BOOT] = 0;
        bytes[SECURE_BOOT + 1] = 0;
        setPolicy(bytes, MAC_ADDRESS_SLOT, "0f8f", "1c00");
        for (int slot : RESERVED_SLOTS) {
            setPolicy(bytes, slot, "8f8f", "1c00");
        }
        return ConfigurationZone.of(bytes);
    }

    /** Whether a locked part has the address and the slot policies of such a part. */
    public static boolean fits(ConfigurationZone zone) {
        byte[] own = zone(zone.serialNumber(), zone.revision()).bytes();
        byte[] other = zone.bytes();
        return zone.configurationLocked() && zone.dataLocked() && own[ADDRESS] == other[ADDRESS]
                && Arrays.equals(own, SLOT_CONFIG, SLOT_CONFIG + POLICIES, other, SLOT_CONFIG, SLOT_CONFIG + POLICIES)
                && Arrays.equals(own, KEY_CONFIG, KEY_CONFIG + POLICIES, other, KEY_CONFIG, KEY_CONFIG + POLICIES);
    }

    private static void setPolicy(byte[] zone, int slot, String slotConfig, String keyConfig) {
        System.arraycopy(HexFormat.of().parseHex(slotConfig), 0, zone, SLOT_CONFIG + 2 * slot, 2);
        System.arraycopy(HexFormat.of().parseHex(keyConfig), 0, zone, KEY_CONFIG + 2 * slot, 2);
    }

    /** The 64 bytes of the OTP zone: the code of the part and zeros. */
    public static byte[] otp() {
        return Arrays.copyOf(OTP_CODE.getBytes(StandardCharsets.US_ASCII), Zone.OTP.size());
    }
}
