package org.trustflex.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The record of a simulated board's commands, kept across sessions: the last few thousand, at most about one MiB. It can
 * be read while somebody has the board, and holds no data, so that it may be shown to anybody.
 */
public final class BoardTrace {

    /** Holds several lines. */
    private static final int END = 8192;

    private final BoardFolder folder;

    BoardTrace(BoardFolder folder) {
        this.folder = folder;
    }

    /**
     * The last commands, oldest first.
     *
     * @param count how many at most
     * @throws UnusableBoard if the trace can't be read
     */
    public List<TraceEntry> last(int count) throws UnusableBoard {
        TreeMap<Long, TraceEntry> entries = new TreeMap<>();
        // The newer file first: what is moved to the older one meanwhile is then read twice instead of never.
        for (Path file : List.of(folder.trace(), folder.olderTrace())) {
            if (entries.size() < count) {
                last(read(file), count).forEach(entry -> entries.putIfAbsent(entry.number(), entry));
            }
        }
        List<TraceEntry> ordered = new ArrayList<>(entries.values());
        return List.copyOf(ordered.subList(Math.max(0, ordered.size() - Math.max(0, count)), ordered.size()));
    }

    private static String read(Path file) throws UnusableBoard {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException unreadable) {
            throw new UnusableBoard(file, Messages.text("file.read", file, Messages.reason(unreadable)), unreadable);
        }
    }

    /** The last entries of a text, newest first. What is torn is passed over, by a kill or because it is being written. */
    private static List<TraceEntry> last(String text, int count) {
        List<String> lines = text.lines().toList();
        List<TraceEntry> entries = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && entries.size() < count; i--) {
            TraceLine.decode(lines.get(i)).ifPresent(entries::add);
        }
        return entries;
    }

    /**
     * Forgets all commands. May be done while somebody has the board.
     *
     * @throws UnusableBoard if the files can't be changed
     */
    public void clear() throws UnusableBoard {
        try {
            Files.deleteIfExists(folder.olderTrace());
            if (Files.exists(folder.trace())) {
                PrivateFiles.open(folder.trace(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException failed) {
            throw new UnusableBoard(folder.trace(),
                    Messages.text("file.write", folder.trace(), Messages.reason(failed)), failed);
        }
    }

    /**
     * The number of the last command, 0 if there is none: a cheap way to see whether there is something new.
     *
     * @throws UnusableBoard if the trace can't be read
     */
    public long newest() throws UnusableBoard {
        try {
            return lastNumber();
        } catch (IOException unreadable) {
            throw new UnusableBoard(folder.trace(),
                    Messages.text("file.read", folder.trace(), Messages.reason(unreadable)), unreadable);
        }
    }

    /** The number of the last command, 0 if there is none. Reads no more than the files' ends. */
    long lastNumber() throws IOException {
        long newer = lastNumber(folder.trace());
        return newer > 0 ? newer : lastNumber(folder.olderTrace());
    }

    private static long lastNumber(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - END);
            ByteBuffer end = ByteBuffer.allocate(END);
            int length = channel.read(end, start);
            String text = new String(end.array(), 0, Math.max(0, length), StandardCharsets.UTF_8);
            return last(text, 1).stream().mapToLong(TraceEntry::number).findFirst().orElse(0);
        }
    }

    /** Whether the newer file does not end with a whole line. */
    boolean isTorn() throws IOException {
        if (!Files.exists(folder.trace())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.trace(), StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}
