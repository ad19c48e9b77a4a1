package org.trustflex.board.image;

import java.util.Arrays;
import java.util.Locale;

/** Writes an image as Intel HEX, for the programs of others. */
public final class IntelHexWriter {

    private static final int PER_RECORD = 16;
    private static final int DATA = 0;
    private static final int END = 1;
    private static final int UPPER_ADDRESS = 4;

    private final StringBuilder text = new StringBuilder();
    private int upper;

    private IntelHexWriter() {
    }

    /** The image as text, segments in their order. */
    public static String write(FlashImage image) {
        IntelHexWriter writer = new IntelHexWriter();
        for (FlashSegment segment : image.segments()) {
            writer.segment(segment);
        }
        writer.record(END, 0, new byte[0]);
        return writer.text.toString();
    }

    private void segment(FlashSegment segment) {
        byte[] bytes = segment.bytes();
        int done = 0;
        while (done < bytes.length) {
            int address = segment.address() + done;
            if (address >>> 16 != upper) {
                upper = address >>> 16;
                record(UPPER_ADDRESS, 0, new byte[] { (byte) (upper >>> 8), (byte) upper });
            }
            // A record does not cross a border of 64 KiB, where the address begins anew.
            int length = Math.min(Math.min(PER_RECORD, bytes.length - done), 0x1_0000 - (address & 0xFFFF));
            record(DATA, address & 0xFFFF, Arrays.copyOfRange(bytes, done, done + length));
            done += length;
        }
    }

    private void record(int type, int address, byte[] data) {
        int sum = data.length + (address >>> 8) + (address & 0xFF) + type;
        text.append(String.format(Locale.ROOT, ":%02X%04X%02X", data.length, address, type));
        for (byte value : data) {
            text.append(String.format(Locale.ROOT, "%02X", value));
            sum += value & 0xFF;
        }
        text.append(String.format(Locale.ROOT, "%02X\n", -sum & 0xFF));
    }
}
