package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;

/** The exclusive right to a simulated board, with a note for those who don't get it. */
final class BoardLock implements AutoCloseable {

    /** For somebody who is about to finish. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final BoardFolder folder;
    private final FileMutex mutex;

    private BoardLock(BoardFolder folder, FileMutex mutex) {
        this.folder = folder;
        this.mutex = mutex;
    }

    /**
     * Takes the lock of a board.
     *
     * @throws LinkFailed if somebody has it, in which case it says who, or if there is no such board any more
     */
    static BoardLock take(BoardFolder folder) throws LinkFailed {
        FileMutex mutex;
        try {
            mutex = FileMutex.take(folder.lock(), PATIENCE)
                    .orElseThrow(() -> new LinkFailed(Messages.text("board.held", folder.id(), holderText(folder))));
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("lock.failed", folder.id(), folder.lock(), Messages.reason(failed)),
                    failed);
        }
        if (!Files.isDirectory(folder.path())) {
            mutex.close();
            throw new LinkFailed(Messages.text("board.deleted", folder.id()));
        }
        return new BoardLock(folder, mutex);
    }

    private static String holderText(BoardFolder folder) {
        return Holder.read(folder.note()).map(Holder::text).orElseGet(() -> Messages.text("holder.unknown"));
    }

    /** Whether nobody has the board at this moment. */
    static boolean isFree(BoardFolder folder) throws LinkFailed {
        try {
            Optional<FileMutex> mutex = FileMutex.take(folder.lock(), Duration.ZERO);
            mutex.ifPresent(FileMutex::close);
            return mutex.isPresent();
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("lock.failed", folder.id(), folder.lock(), Messages.reason(failed)),
                    failed);
        }
    }

    /** Leaves a note of who has the board now. */
    void note(Holder holder) throws LinkFailed {
        try {
            holder.write(folder.note());
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("file.write", folder.note(), Messages.reason(failed)), failed);
        }
    }

    /** Removes the note, then gives the board back. May be called again only while nobody else has taken it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.note());
        } catch (IOException e) {
            // It describes nobody once this process has ended.
            System.getLogger(BoardLock.class.getName()).log(System.Logger.Level.DEBUG, "The note stays", e);
        } finally {
            mutex.close();
        }
    }
}
