package org.trustflex.board.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a linked program of a 32-bit ARM processor (Tool Interface Standard, "Executable and Linking Format", version 1.2;
 * "ELF for the Arm Architecture"). What is loaded are the sections with content, at the load addresses of the segments
 * that they lie in, as objcopy does it; a file without sections is loaded by segments.
 */
final class ElfReader {

    private static final byte[] MAGIC = { 0x7F, 'E', 'L', 'F' };
    private static final int HEADER = 52;
    private static final int SEGMENT_HEADER = 32;
    private static final int SECTION_HEADER = 40;
    private static final int CLASS_32 = 1;
    private static final int LITTLE_ENDIAN = 1;
    private static final int EXECUTABLE = 2;
    private static final int ARM = 40;
    private static final int LOAD = 1;
    private static final int UNUSED_SECTION = 0;
    private static final int SECTION_WITHOUT_CONTENT = 8;
    private static final int ALLOCATED = 2;

    private final String file;
    private final byte[] content;
    private final ByteBuffer buffer;
    private final ImageBuilder image;

    /** A segment that is loaded: where it is in the file, and its load address. */
    private record Segment(long offset, long address, long size) {

        boolean holds(long position, long length) {
            return position >= offset && position + length <= offset + size;
        }
    }

    ElfReader(String file, byte[] content, ImageBuilder image) {
        this.file = file;
        this.content = content;
        this.buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.image = image;
    }

    static boolean isElf(byte[] content) {
        return content.length >= MAGIC.length && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    void read() throws RejectedImage {
        require(0, HEADER);
        if (content[4] != CLASS_32 || content[5] != LITTLE_ENDIAN) {
            throw new RejectedImage(Messages.text("elf.class", file));
        }
        int machine = unsignedShort(18);
        if (machine != ARM) {
            throw new RejectedImage(Messages.text("elf.machine", file, machine));
        }
        if (unsignedShort(16) != EXECUTABLE) {
            throw new RejectedImage(Messages.text("elf.type", file));
        }
        List<Segment> segments = segments();
        if (unsignedInt(32) == 0 || unsignedShort(48) == 0) {
            for (Segment segment : segments) {
                image.add(segment.address(), bytes(segment.offset(), segment.size()),
                        Messages.text("origin.segment", segment.offset()));
            }
        } else {
            addSections(segments);
        }
    }

    private List<Segment> segments() throws RejectedImage {
        List<Segment> segments = new ArrayList<>();
        long table = unsignedInt(28);
        int size = unsignedShort(42);
        int count = unsignedShort(44);
        if (count > 0 && size < SEGMENT_HEADER) {
            throw truncated();
        }
        for (int index = 0; index < count; index++) {
            int header = require(table + (long) index * size, SEGMENT_HEADER);
            if (unsignedInt(header) == LOAD && unsignedInt(header + 16) > 0) {
                Segment segment = new Segment(unsignedInt(header + 4), unsignedInt(header + 12),
                        unsignedInt(header + 16));
                require(segment.offset(), segment.size());
                segments.add(segment);
            }
        }
        return segments;
    }

    private void addSections(List<Segment> segments) throws RejectedImage {
        long table = unsignedInt(32);
        int size = unsignedShort(46);
        int count = unsignedShort(48);
        if (size < SECTION_HEADER) {
            throw truncated();
        }
        for (int index = 0; index < count; index++) {
            int header = require(table + (long) index * size, SECTION_HEADER);
            long type = unsignedInt(header + 4);
            boolean loaded = type != UNUSED_SECTION && type != SECTION_WITHOUT_CONTENT
                    && (unsignedInt(header + 8) & ALLOCATED) != 0;
            if (loaded) {
                addSection(segments, index, unsignedInt(header + 16), unsignedInt(header + 20));
            }
        }
    }

    private void addSection(List<Segment> segments, int index, long offset, long size) throws RejectedImage {
        byte[] bytes = bytes(offset, size);
        for (Segment segment : segments) {
            if (segment.holds(offset, size)) {
                image.add(segment.address() + offset - segment.offset(), bytes,
                        Messages.text("origin.section", index));
                return;
            }
        }
        if (size > 0) {
            throw new RejectedImage(Messages.text("elf.section", file, index));
        }
    }

    private byte[] bytes(long offset, long size) throws RejectedImage {
        int start = require(offset, size);
        return Arrays.copyOfRange(content, start, start + (int) size);
    }

    private int require(long offset, long size) throws RejectedImage {
        if (offset + size > content.length) {
            throw truncated();
        }
        return (int) offset;
    }

    private RejectedImage truncated() {
        return new RejectedImage(Messages.text("elf.truncated", file, content.length));
    }

    private int unsignedShort(int offset) {
        return buffer.getShort(offset) & 0xFFFF;
    }

    private long unsignedInt(int offset) {
        return buffer.getInt(offset) & 0xFFFF_FFFFL;
    }
}
