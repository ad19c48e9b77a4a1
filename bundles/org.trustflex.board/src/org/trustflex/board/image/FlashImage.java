package org.trustflex.board.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be in the non-volatile memory of the board's MCU, a SAMD21E18A: its program, and the user row with the fuses
 * if the linker's file has it. Not empty; addresses are checked and nothing overlaps.
 */
public final class FlashImage {

    /** The flash begins at address 0. */
    public static final int FLASH_SIZE = 256 * 1024;
    /** Where the user row is (SAM D21 data sheet, section 10.3). */
    public static final int USER_ROW = 0x80_4000;
    /** The size of the user row, of which the fuses are the first eight bytes. */
    public static final int USER_ROW_SIZE = 256;

    private static final int LARGEST_FILE = 32 * 1024 * 1024;

    private final String name;
    private final List<FlashSegment> segments;

    private FlashImage(String name, List<FlashSegment> segments) {
        this.name = name;
        this.segments = List.copyOf(segments);
    }

    /**
     * Reads the file of a linker: Intel HEX, or ELF for a 32-bit ARM processor. Which of them it is, its content says.
     *
     * @throws RejectedImage if it can't be read, is neither, is damaged, or has bytes outside the non-volatile memory
     */
    public static FlashImage read(Path file) throws RejectedImage {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new RejectedImage(Messages.text("file.large", file, LARGEST_FILE));
            }
            return read(file.toString(), name(file), content);
        } catch (IOException unreadable) {
            throw new RejectedImage(
                    Messages.text("file.read", file, unreadable.getClass().getSimpleName(), unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static FlashImage read(String file, String name, byte[] content) throws RejectedImage {
        ImageBuilder builder = new ImageBuilder(file);
        if (ElfReader.isElf(content)) {
            new ElfReader(file, content, builder).read();
        } else {
            new IntelHexReader(file, content, builder).read();
        }
        return new FlashImage(name, builder.segments());
    }

    /**
     * An image of a program that begins at address 0.
     *
     * @param name  how it is called
     * @param bytes 1 to {@link #FLASH_SIZE}
     * @throws RejectedImage if there are none, or too many
     */
    public static FlashImage ofProgram(String name, byte[] bytes) throws RejectedImage {
        ImageBuilder builder = new ImageBuilder(name);
        builder.add(0, bytes, name);
        return new FlashImage(name, builder.segments());
    }

    /** The same image under another name. */
    public FlashImage named(String other) {
        return new FlashImage(other, segments);
    }

    /** How it is called: the file's name without its folders. */
    public String name() {
        return name;
    }

    /** What it holds, from the lowest address up; segments do not touch each other. */
    public List<FlashSegment> segments() {
        return segments;
    }

    /** How many bytes it holds. */
    public int size() {
        return segments.stream().mapToInt(FlashSegment::size).sum();
    }

    /** The whole flash with the image in it and FF elsewhere; the user row is not in it. */
    public byte[] flash() {
        byte[] flash = new byte[FLASH_SIZE];
        Arrays.fill(flash, (byte) 0xFF);
        for (FlashSegment segment : segments) {
            if (segment.address() < FLASH_SIZE) {
                System.arraycopy(segment.bytes(), 0, flash, segment.address(), segment.size());
            }
        }
        return flash;
    }
}
