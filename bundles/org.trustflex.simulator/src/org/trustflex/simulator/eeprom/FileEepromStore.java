package org.trustflex.simulator.eeprom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Keeps the EEPROM in a file that only its owner may read, as it holds private keys. A change is written to a new file
 * beside it, forced to the disk, and put in place by an atomic move, so that a process killed at any moment leaves the
 * old or the new content. A file that is no EEPROM file is never overwritten.
 *
 * <p>Two elements on one file would lose each other's changes: who opens a board holds its lock.
 */
public final class FileEepromStore implements EepromStore {

    private final Path file;
    private boolean own;

    /** @param file an EEPROM file, or where {@link #create} shall make one */
    public FileEepromStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Makes the file.
     *
     * @throws IOException if there is a file already, or it can't be written
     */
    public void create(EepromImage image) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(Messages.text("file.exists", file));
        }
        write(image);
    }

    /**
     * {@inheritDoc}
     *
     * @throws NoSuchFileException if there is no file
     * @throws UnusableEepromFile  if the file is none of this kind or is damaged
     */
    @Override
    public EepromImage load() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            NoSuchFileException explained = new NoSuchFileException(Messages.text("file.missing", file));
            explained.initCause(missing);
            throw explained;
        }
        EepromImage image = EepromFormat.decode(bytes, file.toString());
        own = true;
        return image;
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnusableEepromFile if something else stands in the file's place; it stays
     */
    @Override
    public void save(EepromImage image) throws IOException {
        if (!own && Files.exists(file)) {
            load();
        }
        write(image);
    }

    private void write(EepromImage image) throws IOException {
        Path directory = parent();
        Path fresh = directory.resolve(file.getFileName() + ".new");
        // Left over from a process that was killed here: never put in place, so never the truth.
        Files.deleteIfExists(fresh);
        writeAndForce(directory, fresh, EepromFormat.encode(image));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        own = true;
        forceDirectory(directory);
    }

    private Path parent() {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void writeAndForce(Path directory, Path path, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (FileChannel channel = FileChannel.open(path, options, ownerOnly(directory))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static boolean isPosix(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        return isPosix(directory)
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
    }

    private static void forceDirectory(Path directory) throws IOException {
        // Windows opens no directories; its move is durable enough without.
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
