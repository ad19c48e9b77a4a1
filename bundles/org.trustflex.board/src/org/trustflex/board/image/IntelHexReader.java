package org.trustflex.board.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads Intel HEX (Intel, "Hexadecimal Object File Format Specification", revision A, 1988): records of one line each,
 * with address extension by segment (02) or linear (04). Start addresses (03, 05) are read over, as the MCU starts at its
 * reset vector.
 */
final class IntelHexReader {

    private static final int OVERHEAD = 5;
    private static final int DATA = 0;
    private static final int END = 1;
    private static final int SEGMENT = 2;
    private static final int START_SEGMENT = 3;
    private static final int LINEAR = 4;
    private static final int START_LINEAR = 5;
    private static final long SEGMENT_SIZE = 0x1_0000;

    private final String file;
    private final byte[] content;
    private final ImageBuilder image;
    private long base;
    private boolean ended;

    IntelHexReader(String file, byte[] content, ImageBuilder image) {
        this.file = file;
        this.content = content;
        this.image = image;
    }

    void read() throws RejectedImage {
        if (content.length == 0 || content[0] != ':') {
            throw new RejectedImage(Messages.text("file.unknown", file));
        }
        String[] lines = new String(content, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        for (int index = 0; index < lines.length; index++) {
            if (ended) {
                if (!lines[index].isBlank()) {
                    throw refused("hex.after", index + 1);
                }
            } else if (index < lines.length - 1 || !lines[index].isEmpty()) {
                record(index + 1, lines[index]);
            }
        }
        if (!ended) {
            throw new RejectedImage(Messages.text("hex.noend", file));
        }
    }

    private RejectedImage refused(String key, int line, Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = file;
        all[1] = line;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new RejectedImage(Messages.text(key, all));
    }

    private void record(int line, String text) throws RejectedImage {
        byte[] bytes = bytes(line, text);
        int length = bytes[0] & 0xFF;
        if (bytes.length != length + OVERHEAD) {
            throw refused("hex.length", line, length, bytes.length - OVERHEAD);
        }
        int sum = 0;
        for (byte each : bytes) {
            sum += each;
        }
        if ((sum & 0xFF) != 0) {
            int given = bytes[bytes.length - 1] & 0xFF;
            throw refused("hex.checksum", line, given, given - sum & 0xFF);
        }
        int offset = (bytes[1] & 0xFF) << 8 | bytes[2] & 0xFF;
        carryOut(line, bytes[3] & 0xFF, offset, Arrays.copyOfRange(bytes, 4, 4 + length));
    }

    private byte[] bytes(int line, String text) throws RejectedImage {
        if (!text.startsWith(":")) {
            throw refused("hex.form", line);
        }
        try {
            byte[] bytes = HexFormat.of().parseHex(text, 1, text.length());
            if (bytes.length >= OVERHEAD) {
                return bytes;
            }
        } catch (IllegalArgumentException noHex) {
            throw new RejectedImage(Messages.text("hex.form", file, line), noHex);
        }
        throw refused("hex.form", line);
    }

    private void carryOut(int line, int type, int offset, byte[] data) throws RejectedImage {
        switch (type) {
            case DATA -> {
                if (offset + data.length > SEGMENT_SIZE) {
                    throw refused("hex.wrap", line);
                }
                image.add(base + offset, data, Messages.text("origin.line", line));
            }
            case END -> {
                requireSize(line, data, 0);
                ended = true;
            }
            case SEGMENT -> base = requireSize(line, data, 2) << 4;
            case LINEAR -> base = requireSize(line, data, 2) << 16;
            case START_SEGMENT, START_LINEAR -> requireSize(line, data, 4);
            default -> throw refused("hex.type", line, type);
        }
    }

    /** The data as a number, most significant byte first. */
    private long requireSize(int line, byte[] data, int size) throws RejectedImage {
        if (data.length != size) {
            throw refused("hex.size", line, size, data.length);
        }
        long value = 0;
        for (byte each : data) {
            value = value << 8 | each & 0xFF;
        }
        return value;
    }
}
