package org.trustflex.board;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock of a file, exclusive between processes and between the threads of this one. It is gone
 * with the process, however that ends.
 *
 * <p>POSIX releases a process's lock when the process closes <em>any</em> handle of the file. So nobody opens a lock file
 * but this class, and it only after the file is noted as taken within this process.
 */
final class FileMutex implements AutoCloseable {

    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();
    private static final long BETWEEN_TRIES_MILLIS = 10;

    private final Path file;
    private final FileChannel channel;

    private FileMutex(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a file, which is made if it is missing.
     *
     * @param patience how long somebody else may still have it
     * @return nothing if somebody else has it all the time
     * @throws IOException if the file can't be opened or its file system has no locks
     */
    static Optional<FileMutex> take(Path lockFile, Duration patience) throws IOException {
        PrivateFiles.makeFolder(lockFile.toAbsolutePath().getParent());
        long end = System.nanoTime() + patience.toNanos();
        FileMutex lock = tryOnce(lockFile);
        while (lock == null && System.nanoTime() - end < 0) {
            pause();
            lock = tryOnce(lockFile);
        }
        return Optional.ofNullable(lock);
    }

    private static @Nullable FileMutex tryOnce(Path lockFile) throws IOException {
        Path file = lockFile.toAbsolutePath().getParent().toRealPath().resolve(lockFile.getFileName());
        if (!TAKEN.add(file)) {
            return null;
        }
        FileMutex taken = null;
        try {
            FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                taken = new FileMutex(file, channel);
            } else {
                channel.close();
            }
        } finally {
            if (taken == null) {
                TAKEN.remove(file);
            }
        }
        return taken;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.text("lock.interrupted"), e);
        }
    }

    /** Releases the lock. May be called again. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(FileMutex.class.getName()).log(System.Logger.Level.DEBUG, "The lock went with an error",
                    e);
        } finally {
            TAKEN.remove(file);
        }
    }
}
