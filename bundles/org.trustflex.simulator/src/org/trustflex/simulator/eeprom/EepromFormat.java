package org.trustflex.simulator.eeprom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.atecc.packet.Zone;

/**
 * An image as bytes: "TFLXEEPR", the format version (4 bytes, big-endian), configuration zone, OTP zone, the 16 slots
 * in order, and SHA-256 of everything before.
 */
public final class EepromFormat {

    static final int VERSION = 1;

    private static final byte[] MAGIC = "TFLXEEPR".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int CONTENT = ConfigurationZone.SIZE + Zone.OTP.size() + Zone.DATA.size();
    private static final int LENGTH = MAGIC.length + Integer.BYTES + CONTENT + DIGEST;

    private EepromFormat() {
    }

    /** The bytes of an image, secret as it is. */
    public static byte[] encode(EepromImage image) {
        ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
        buffer.put(MAGIC).putInt(VERSION).put(image.configuration().bytes()).put(image.otp());
        SlotLayout.slots().forEach((int slot) -> buffer.put(image.slot(slot)));
        byte[] digest = Sha256.of(Arrays.copyOf(buffer.array(), buffer.position()));
        return buffer.put(digest).array();
    }

    /**
     * Reads an image.
     *
     * @param file the file's name for messages
     * @throws UnusableEepromFile if these bytes are none, are of another format version or were damaged
     */
    public static EepromImage decode(byte[] bytes, String file) throws UnusableEepromFile {
        if (!Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw new UnusableEepromFile(Messages.text("file.foreign", file));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).position(MAGIC.length);
        if (bytes.length < MAGIC.length + Integer.BYTES) {
            throw new UnusableEepromFile(Messages.text("file.length", file, bytes.length, LENGTH));
        }
        int version = buffer.getInt();
        if (version != VERSION) {
            throw new UnusableEepromFile(Messages.text("file.version", file, version, VERSION));
        }
        if (bytes.length != LENGTH) {
            throw new UnusableEepromFile(Messages.text("file.length", file, bytes.length, LENGTH));
        }
        if (!Arrays.equals(Sha256.of(Arrays.copyOf(bytes, LENGTH - DIGEST)),
                Arrays.copyOfRange(bytes, LENGTH - DIGEST, LENGTH))) {
            throw new UnusableEepromFile(Messages.text("file.digest", file));
        }
        return content(buffer);
    }

    private static EepromImage content(ByteBuffer buffer) {
        ConfigurationZone configuration = ConfigurationZone.of(next(buffer, ConfigurationZone.SIZE));
        byte[] otp = next(buffer, Zone.OTP.size());
        List<byte[]> slots = new ArrayList<>();
        SlotLayout.slots().forEach((int slot) -> slots.add(next(buffer, SlotLayout.size(slot))));
        return EepromImage.of(configuration, otp, slots);
    }

    private static byte[] next(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }
}
