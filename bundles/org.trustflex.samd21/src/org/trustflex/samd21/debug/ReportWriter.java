package org.trustflex.samd21.debug;

import java.util.Arrays;

/** Puts a report together, little-endian. What does not fit is an error. */
final class ReportWriter {

    private final byte[] bytes;
    private int position;

    ReportWriter(int size) {
        bytes = new byte[size];
    }

    /** The report, filled up with zeros. */
    byte[] report() {
        return bytes;
    }

    int position() {
        return position;
    }

    /** Forgets what was put from a position on. */
    void rewind(int to) {
        Arrays.fill(bytes, to, position, (byte) 0);
        position = to;
    }

    /** An error unless there is room for so many bytes. */
    void require(int count) throws MalformedReport {
        if (count > bytes.length - position) {
            throw new MalformedReport();
        }
    }

    ReportWriter octet(int value) throws MalformedReport {
        return number(value, 1);
    }

    ReportWriter half(int value) throws MalformedReport {
        return number(value, 2);
    }

    ReportWriter word(int value) throws MalformedReport {
        return number(value, 4);
    }

    /** The low bytes of a number, up to eight. */
    ReportWriter number(long value, int count) throws MalformedReport {
        require(count);
        for (int index = 0; index < count; index++) {
            bytes[position + index] = (byte) (value >>> 8 * index);
        }
        position += count;
        return this;
    }
}
