package org.trustflex.samd21.debug;

/** Takes a report apart, little-endian. What lies beyond its end is an error, never a zero. */
final class ReportReader {

    private final byte[] bytes;
    private int position;

    ReportReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int left() {
        return bytes.length - position;
    }

    /** An error unless so many bytes are left. */
    void require(int count) throws MalformedReport {
        if (count > left()) {
            throw new MalformedReport();
        }
    }

    int octet() throws MalformedReport {
        return (int) number(1);
    }

    int half() throws MalformedReport {
        return (int) number(2);
    }

    int word() throws MalformedReport {
        return (int) number(4);
    }

    /** An unsigned number of up to eight bytes. */
    long number(int count) throws MalformedReport {
        require(count);
        long value = 0;
        for (int index = 0; index < count; index++) {
            value |= (bytes[position + index] & 0xFFL) << 8 * index;
        }
        position += count;
        return value;
    }
}
