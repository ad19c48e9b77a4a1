package org.trustflex.atecc.packet;

import java.util.Arrays;

/** One answer: count, status or data, and checksum (TFLXTLS data sheet, section 4.1). */
public final class ResponsePacket {

    private static final int OVERHEAD = 3;
    private static final int SHORTEST = 4;

    private final byte[] payload;

    private ResponsePacket(byte[] payload) {
        this.payload = payload;
    }

    /** An answer that is a status alone. */
    public static ResponsePacket status(StatusCode status) {
        return new ResponsePacket(new byte[] { (byte) status.code() });
    }

    /** An answer that carries data. */
    public static ResponsePacket data(byte... data) {
        return new ResponsePacket(data.clone());
    }

    /**
     * Reads an answer strictly: the count must be the length and the checksum must fit.
     *
     * @throws MalformedReply if it does not
     */
    public static ResponsePacket parse(byte[] packet) throws MalformedReply {
        if (packet.length < SHORTEST) {
            throw new MalformedReply(Messages.text("malformed.short", packet.length));
        }
        int count = packet[0] & 0xFF;
        if (count != packet.length) {
            throw new MalformedReply(Messages.text("malformed.count", count, packet.length));
        }
        int sent = (packet[count - 2] & 0xFF) | (packet[count - 1] & 0xFF) << 8;
        int computed = Crc16.of(packet, 0, count - 2);
        if (sent != computed) {
            throw new MalformedReply(Messages.text("malformed.crc", sent, computed));
        }
        return new ResponsePacket(Arrays.copyOfRange(packet, 1, count - 2));
    }

    /** The answer as bytes, count to checksum. */
    public byte[] encode() {
        byte[] packet = new byte[payload.length + OVERHEAD];
        packet[0] = (byte) packet.length;
        System.arraycopy(payload, 0, packet, 1, payload.length);
        int crc = Crc16.of(packet, 0, packet.length - 2);
        packet[packet.length - 2] = (byte) crc;
        packet[packet.length - 1] = (byte) (crc >> 8);
        return packet;
    }

    /** Whether the answer is one byte long, so a status for every command but SelfTest. */
    public boolean isStatus() {
        return payload.length == 1;
    }

    /** The first byte, which is the status where {@link #isStatus()}. */
    public int statusByte() {
        return payload[0] & 0xFF;
    }

    /** A copy of what stands between count and checksum. */
    public byte[] payload() {
        return payload.clone();
    }
}
