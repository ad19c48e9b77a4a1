package org.trustflex.atecc.packet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One command: count, opcode, Param1, Param2 (low byte first), data and checksum (TFLXTLS data sheet, section 4.1).
 */
public final class CommandPacket {

    /** Count, opcode, Param1, two bytes of Param2 and two of checksum. */
    public static final int OVERHEAD = 7;
    /** The longest group that the device takes. */
    public static final int MAXIMUM_LENGTH = 155;

    private final int opcode;
    private final int param1;
    private final int param2;
    private final byte[] data;

    private CommandPacket(int opcode, int param1, int param2, byte[] data) {
        this.opcode = opcode;
        this.param1 = param1;
        this.param2 = param2;
        this.data = data;
    }

    /**
     * A command with up to 148 bytes of data.
     *
     * @throws IllegalArgumentException if a parameter is out of its range or the data is too long
     */
    public static CommandPacket of(Opcode opcode, int param1, int param2, byte... data) {
        if ((param1 & ~0xFF) != 0 || (param2 & ~0xFFFF) != 0) {
            throw new IllegalArgumentException("Param1 is one byte and Param2 two: " + param1 + ", " + param2);
        }
        if (data.length > MAXIMUM_LENGTH - OVERHEAD) {
            throw new IllegalArgumentException("A command carries at most 148 bytes of data, not " + data.length);
        }
        return new CommandPacket(opcode.code(), param1, param2, data.clone());
    }

    /**
     * Reads a packet as the device does. Bytes beyond the count are ignored.
     *
     * @return the command, or nothing if the length or the checksum is wrong: the device then answers FF
     */
    public static Optional<CommandPacket> parse(byte[] packet) {
        if (packet.length < OVERHEAD) {
            return Optional.empty();
        }
        int count = packet[0] & 0xFF;
        if (count < OVERHEAD || count > MAXIMUM_LENGTH || count > packet.length) {
            return Optional.empty();
        }
        int crc = (packet[count - 2] & 0xFF) | (packet[count - 1] & 0xFF) << 8;
        if (crc != Crc16.of(packet, 0, count - 2)) {
            return Optional.empty();
        }
        int param2 = (packet[3] & 0xFF) | (packet[4] & 0xFF) << 8;
        byte[] data = Arrays.copyOfRange(packet, 5, count - 2);
        return Optional.of(new CommandPacket(packet[1] & 0xFF, packet[2] & 0xFF, param2, data));
    }

    /** The packet as bytes, count to checksum. */
    public byte[] encode() {
        byte[] packet = new byte[OVERHEAD + data.length];
        packet[0] = (byte) packet.length;
        packet[1] = (byte) opcode;
        packet[2] = (byte) param1;
        packet[3] = (byte) param2;
        packet[4] = (byte) (param2 >> 8);
        System.arraycopy(data, 0, packet, 5, data.length);
        int crc = Crc16.of(packet, 0, packet.length - 2);
        packet[packet.length - 2] = (byte) crc;
        packet[packet.length - 1] = (byte) (crc >> 8);
        return packet;
    }

    /** The opcode byte as it stands in the packet. */
    public int opcodeByte() {
        return opcode;
    }

    /** The command, if the opcode byte is one of the ATECC608's. */
    public Optional<Opcode> opcode() {
        return Opcode.fromCode(opcode);
    }

    /** The mode byte. */
    public int param1() {
        return param1;
    }

    /** The 16-bit parameter. */
    public int param2() {
        return param2;
    }

    /** A copy of the data. */
    public byte[] data() {
        return data.clone();
    }

    /** How many bytes of data there are. */
    public int dataLength() {
        return data.length;
    }

    /** Opcode and parameters, without the data, which may be secret. */
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(encode(), 5)) + " + " + data.length + " bytes";
    }
}
