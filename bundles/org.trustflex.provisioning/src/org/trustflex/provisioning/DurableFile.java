package org.trustflex.provisioning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/**
 * One file of the project. It is replaced as a whole or not at all, whatever happens to the process or the machine: the
 * new content is written beside it, forced to the disk, and moved over it.
 *
 * @param path   where it is
 * @param access who may read it, from the moment it exists
 */
public record DurableFile(Path path, FileAccess access) {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long LARGEST = 4 * MEBIBYTE;

    /** Whether the file is there. */
    public boolean exists() {
        return Files.isRegularFile(path);
    }

    /** Replaces or creates the file, with its folder if that is missing. */
    public void write(byte[] content) throws BadFile {
        Path folder = path.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            createFolder(folder);
            try (FileChannel channel = create(temporary)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } catch (IOException failed) {
            deleteQuietly(temporary);
            throw new BadFile(path, Messages.text("file.write", path, reason(failed)), failed);
        }
    }

    /** Replaces or creates the file with a text in UTF-8. */
    public void writeText(String text) throws BadFile {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The content; at most 4 MiB. */
    public byte[] read() throws BadFile {
        return read(LARGEST);
    }

    /**
     * The content of a file that may be large.
     *
     * @param largest how many bytes it may have at most
     */
    public byte[] read(long largest) throws BadFile {
        try {
            if (Files.size(path) > largest) {
                throw new BadFile(path, Messages.text("file.large", path, largest / MEBIBYTE));
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new BadFile(path, Messages.text("file.missing", path), missing);
        } catch (IOException failed) {
            throw new BadFile(path, Messages.text("file.read", path, reason(failed)), failed);
        }
    }

    /** The content as text in UTF-8. */
    public String readText() throws BadFile {
        return new String(read(), StandardCharsets.UTF_8);
    }

    /** Removes the file if it is there. */
    public void delete() throws BadFile {
        try {
            if (Files.deleteIfExists(path)) {
                forceFolder(path.toAbsolutePath().getParent());
            }
        } catch (IOException failed) {
            throw new BadFile(path, Messages.text("file.write", path, reason(failed)), failed);
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(folder, isPosix(folder) ? new FileAttribute<?>[] { access.forFolder() }
                    : new FileAttribute<?>[0]);
            if (parent != null) {
                forceFolder(parent);
            }
        } catch (FileAlreadyExistsException taken) {
            // Somebody else may have made it in the meantime.
            if (!Files.isDirectory(folder)) {
                throw new IOException(Messages.text("file.nofolder", folder), taken);
            }
        }
    }

    private FileChannel create(Path temporary) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return isPosix(temporary) ? FileChannel.open(temporary, options, access.forFile())
                : FileChannel.open(temporary, options);
    }

    /** Makes the new name itself durable, where the platform lets a folder be opened (Windows does not). */
    private static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException alreadyFailed) {
            System.getLogger(DurableFile.class.getName()).log(System.Logger.Level.DEBUG, "left behind", alreadyFailed);
        }
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return failed.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
