package org.trustflex.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

import org.trustflex.board.machine.FlashKeeper;
import org.trustflex.board.machine.ProgramMemory;
import org.trustflex.samd21.NonVolatileMemory;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.jspecify.annotations.Nullable;

/**
 * The non-volatile memory of a simulated board's MCU as a file: 256 KiB of flash, then the 256 bytes of the user row. A
 * board without the file has the factory program. It is changed in place, as flash is: who is killed while a program is
 * written leaves half of it. Beside it is the name of the program, by the digest of the flash.
 */
final class FlashFile implements FlashKeeper, AutoCloseable {

    /** The file's size in bytes. */
    static final int SIZE = NonVolatileMemory.FLASH_SIZE + NonVolatileMemory.USER_ROW_SIZE;
    private static final int ROW = 256;
    private static final int LONGEST_NAME = 64;
    private static final long LARGEST_NOTE = 4096;
    private static final String NAME = "name";
    private static final String DIGEST = "sha256";

    private final BoardFolder folder;
    private final NonVolatileMemory memory;
    private final Consumer<IOException> lost;
    private byte[] saved;
    private @Nullable FileChannel channel;

    private FlashFile(BoardFolder folder, NonVolatileMemory memory, Consumer<IOException> lost) {
        this.folder = folder;
        this.memory = memory;
        this.lost = lost;
        saved = content(memory);
    }

    /**
     * Reads what a board's MCU has without power.
     *
     * @throws IOException if the file can't be read or has another size; the message says so
     */
    static NonVolatileMemory read(BoardFolder folder) throws IOException {
        Path file = folder.flash();
        try {
            long size = Files.size(file);
            if (size != SIZE) {
                throw new IOException(Messages.text("flash.size", file, size, SIZE));
            }
            byte[] content = Files.readAllBytes(file);
            return NonVolatileMemory.of(Arrays.copyOf(content, NonVolatileMemory.FLASH_SIZE),
                    Arrays.copyOfRange(content, NonVolatileMemory.FLASH_SIZE, SIZE));
        } catch (NoSuchFileException never) {
            return ProgramMemory.asDelivered();
        }
    }

    /**
     * Takes over the file of a board whose lock is held.
     *
     * @param lost told if a change can't be kept
     */
    static FlashFile open(BoardFolder folder, Consumer<IOException> lost) throws IOException {
        return new FlashFile(folder, read(folder), lost);
    }

    /**
     * What a board's file holds, if there is one.
     *
     * @throws UnusableBoard if it is damaged
     */
    static Optional<byte[]> content(BoardFolder folder) throws UnusableBoard {
        try {
            return Files.exists(folder.flash()) ? Optional.of(content(read(folder))) : Optional.empty();
        } catch (IOException unusable) {
            throw new UnusableBoard(folder.flash(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    /** Gives a board what another file held; nothing is the factory program. */
    static void replace(BoardFolder folder, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            PrivateFiles.writeDurably(folder.flash(), content.get());
        } else {
            delete(folder);
        }
    }

    /** Makes a board one with the factory program again. */
    static void delete(BoardFolder folder) throws IOException {
        Files.deleteIfExists(folder.flash());
        Files.deleteIfExists(folder.programName());
    }

    NonVolatileMemory memory() {
        return memory;
    }

    private static byte[] content(NonVolatileMemory memory) {
        byte[] content = Arrays.copyOf(memory.flash(), SIZE);
        System.arraycopy(memory.userRow(), 0, content, NonVolatileMemory.FLASH_SIZE,
                NonVolatileMemory.USER_ROW_SIZE);
        return content;
    }

    @Override
    public synchronized void save() {
        try {
            if (channel == null) {
                channel = openChannel();
            }
            saveRows(channel);
        } catch (IOException notSaved) {
            lost.accept(new IOException(Messages.text("file.write", folder.flash(), Messages.reason(notSaved)),
                    notSaved));
        }
    }

    private FileChannel openChannel() throws IOException {
        if (!Files.exists(folder.flash())) {
            PrivateFiles.write(folder.flash(), saved);
        }
        return PrivateFiles.open(folder.flash(), StandardOpenOption.WRITE);
    }

    private void saveRows(FileChannel to) throws IOException {
        byte[] now = content(memory);
        int difference = Arrays.mismatch(now, saved);
        while (difference >= 0) {
            int start = difference & -ROW;
            ByteBuffer row = ByteBuffer.wrap(now, start, ROW);
            while (row.hasRemaining()) {
                to.write(row, row.position());
            }
            System.arraycopy(now, start, saved, start, ROW);
            int rest = Arrays.mismatch(now, start + ROW, SIZE, saved, start + ROW, SIZE);
            difference = rest < 0 ? rest : start + ROW + rest;
        }
    }

    @Override
    public Optional<String> name(String digest) {
        return name(folder, digest);
    }

    /** The name of a program, if it is the one that was written last. */
    static Optional<String> name(BoardFolder folder, String digest) {
        Path file = folder.programName();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_NOTE) {
                return Optional.empty();
            }
            JsonObject note = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return digest.equals(note.get(DIGEST).getAsString()) ? Optional.of(note.get(NAME).getAsString())
                    : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException
                | UnsupportedOperationException noName) {
            // It only names: without it the program is called by its digest.
            return Optional.empty();
        }
    }

    @Override
    public void setName(String digest, String name) {
        String shown = name.codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        JsonObject note = new JsonObject();
        note.addProperty(NAME, shown);
        note.addProperty(DIGEST, digest);
        try {
            PrivateFiles.write(folder.programName(), note.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException notSaved) {
            lost.accept(notSaved);
        }
    }

    /** Makes what was saved durable. */
    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try (open) {
            open.force(true);
        } catch (IOException notForced) {
            System.getLogger(FlashFile.class.getName()).log(System.Logger.Level.WARNING,
                    Messages.text("file.write", folder.flash(), Messages.reason(notForced)), notForced);
        }
    }
}
