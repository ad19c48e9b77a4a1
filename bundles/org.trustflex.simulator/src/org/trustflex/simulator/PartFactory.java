package org.trustflex.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.simulator.curve.P256;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.DeliveredContent;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.SimulatorSettings;

/**
 * Makes the EEPROM of ATECC608B-TFLXTLS parts as they are delivered: personalised and locked, with private keys that
 * nobody knows in slots 0 to 4 and zeros in slot 7 (TFLXTLS data sheet, sections 2.1 and 2.2).
 */
public final class PartFactory {

    /** The revision of a 608B. */
    public static final Revision REVISION_608B = new Revision("00006003");

    private static final List<Integer> NEVER_WRITTEN = List.of(7, 8, 13, 14, 15);
    private static final byte UNLOCKED = 0x55;
    private static final int CONFIGURABLE_FROM = 16;
    private static final String BLANK_SLOT_CONFIGS = "832087208f20c48f" + "8f8f8f8f9f8faf8f"
            + "0000".repeat(7) + "af8f";
    private static final String BLANK_KEY_CONFIGS = "3300".repeat(3) + "1c00".repeat(5) + "3c00".repeat(7) + "1c00";
    private static final String BLANK_COUNTERS = "ffffffff00000000".repeat(2);

    private final TrustFlexProfile profile;
    private final SimulatorSettings settings;
    private final Entropy entropy;

    /**
     * @param profile  which of the two configurations the parts get
     * @param settings what never-written slots hold
     * @param entropy  where the private keys come from
     */
    public PartFactory(TrustFlexProfile profile, SimulatorSettings settings, Entropy entropy) {
        this.profile = profile;
        this.settings = settings;
        this.entropy = entropy;
    }

    /**
     * Makes a part. Certificates that contain the public key of slot 0 are added afterwards with
     * {@link #publicKey} and {@link EepromImage#withSlotBytes}.
     *
     * @param slotContents bytes by slot number, written from the slot's beginning. A private key is given in 36 bytes,
     *                     four zeros and the key; private keys that are not given are generated
     * @param otp          64 bytes
     * @throws IllegalArgumentException if a content does not fit its slot or the OTP zone
     */
    public EepromImage make(SerialNumber serialNumber, Map<Integer, byte[]> slotContents, byte[] otp) {
        return make(profile.zone(serialNumber, REVISION_608B), slotContents, otp);
    }

    /**
     * Makes a part with another configuration than the factory's profile, such as that of {@link TrustAndGoPart}.
     *
     * @param zone         serial number, revision and locks included
     * @param slotContents as in {@link #make(SerialNumber, Map, byte[])}
     * @param otp          64 bytes
     * @throws IllegalArgumentException if a content does not fit its slot or the OTP zone
     */
    public EepromImage make(ConfigurationZone zone, Map<Integer, byte[]> slotContents, byte[] otp) {
        List<byte[]> slots = new ArrayList<>();
        for (int slot = 0; slot < SlotLayout.SLOT_COUNT; slot++) {
            byte[] given = slotContents.get(slot);
            slots.add(given == null ? delivered(zone, slot) : fitted(slot, given));
        }
        return EepromImage.of(zone, otp, slots);
    }

    private static byte[] fitted(int slot, byte[] content) {
        if (content.length > SlotLayout.size(slot)) {
            throw new IllegalArgumentException(
                    "Slot " + slot + " has " + SlotLayout.size(slot) + " bytes, not " + content.length);
        }
        return Arrays.copyOf(content, SlotLayout.size(slot));
    }

    private byte[] delivered(ConfigurationZone zone, int slot) {
        byte[] content = new byte[SlotLayout.size(slot)];
        KeyConfig key = zone.keyConfig(slot);
        if (key.isPrivate()) {
            byte[] privateKey = P256.newPrivateKey(entropy);
            System.arraycopy(privateKey, 0, content, content.length - privateKey.length, privateKey.length);
        } else if (settings.deliveredContent() == DeliveredContent.ONES && NEVER_WRITTEN.contains(slot)) {
            Arrays.fill(content, (byte) 0xFF);
        } else if (settings.deliveredContent() == DeliveredContent.INVALIDATED && key.needsValidation()) {
            content[0] = (byte) (EepromImage.INVALID << 4);
        }
        return content;
    }

    /**
     * The public key that belongs to the private key in a slot.
     *
     * @throws IllegalArgumentException if the slot holds no private key
     */
    public static EccPublicKey publicKey(EepromImage image, int slot) {
        return P256.publicKey(image.privateKey(slot));
    }

    /**
     * A blank ATECC608B as it leaves the fab, before anybody configured it: nothing is locked, and data and OTP zones
     * hold FF. Configuration bytes from 16 as read from parts; those before the serial number apart vary.
     */
    public static EepromImage blank(SerialNumber serialNumber) {
        return blank(blankConfiguration(serialNumber));
    }

    /**
     * A part that nobody has personalised yet, with any configuration in it: that of another test suite, for example.
     * Configuration and data zones are open, whatever the bytes say about that, so that the owner locks them; slots and
     * the OTP zone hold FF.
     *
     * @param configuration serial number and revision included
     */
    public static EepromImage blank(ConfigurationZone configuration) {
        byte[] open = configuration.bytes();
        open[ConfigurationZone.LOCK_VALUE] = UNLOCKED;
        open[ConfigurationZone.LOCK_CONFIG] = UNLOCKED;
        List<byte[]> slots = new ArrayList<>();
        SlotLayout.slots().forEach((int slot) -> slots.add(filled(SlotLayout.size(slot))));
        return EepromImage.of(ConfigurationZone.of(open), filled(Zone.OTP.size()), slots);
    }

    /**
     * The configuration in a file: 128 bytes, or 256 hex digits with white space, commas and "0x" anywhere between bytes,
     * as configurations are passed around.
     *
     * @throws IOException if the file can't be read or is neither; the message says what it holds
     */
    public static ConfigurationZone readConfiguration(Path file) throws IOException {
        return ConfigurationFile.read(file);
    }

    private static ConfigurationZone blankConfiguration(SerialNumber serialNumber) {
        ConfigurationZone serial = TrustFlexProfile.PROTOTYPE.zone(serialNumber, REVISION_608B);
        byte[] head = Arrays.copyOf(serial.bytes(), CONFIGURABLE_FROM);
        String rest = "c0000000" + BLANK_SLOT_CONFIGS + BLANK_COUNTERS + "00".repeat(16) + "0000" + "5555" + "ffff"
                + "00".repeat(6) + BLANK_KEY_CONFIGS;
        byte[] configuration = Arrays.copyOf(head, ConfigurationZone.SIZE);
        byte[] tail = HexFormat.of().parseHex(rest);
        System.arraycopy(tail, 0, configuration, CONFIGURABLE_FROM, tail.length);
        return ConfigurationZone.of(configuration);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xFF);
        return bytes;
    }
}
