package org.trustflex.board;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import org.trustflex.simulator.SimulatedTransaction;

/**
 * Appends the commands of a powered board to its trace, each with one write before it is answered, so that what was
 * executed before the process was killed is there. That takes some ten microseconds; nothing is forced to the disk. A
 * trace that can't be written does not stop the element: it is said once in the log.
 */
final class TraceWriter implements AutoCloseable {

    /** How long each of the two files may become, in bytes. */
    static final long MOST_BYTES = 512 * 1024L;

    private static final Logger LOG = System.getLogger(TraceWriter.class.getName());
    private static final byte[] NEWLINE = { '\n' };

    private final BoardFolder folder;
    private FileChannel channel;
    private long number;
    private boolean failed;

    private TraceWriter(BoardFolder folder, FileChannel channel, long number) {
        this.folder = folder;
        this.channel = channel;
        this.number = number;
    }

    /** Opens the trace of a board whose lock is held. Numbers go on where they ended. */
    static TraceWriter open(BoardFolder folder) throws IOException {
        BoardTrace trace = new BoardTrace(folder);
        long last = trace.lastNumber();
        boolean torn = trace.isTorn();
        FileChannel channel = append(folder.trace());
        if (torn) {
            channel.write(ByteBuffer.wrap(NEWLINE));
        }
        return new TraceWriter(folder, channel, last);
    }

    private static FileChannel append(Path file) throws IOException {
        return PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Appends a command.
     *
     * @param i2cAddress of the element that answered it
     */
    synchronized void answered(int i2cAddress, SimulatedTransaction transaction) {
        number++;
        String line = TraceLine.encode(TraceLine.entry(number, i2cAddress, Instant.now(), transaction)) + "\n";
        try {
            write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (!failed) {
                LOG.log(Level.WARNING, "The trace " + folder.trace() + " can't be written", e);
            }
            failed = true;
        }
    }

    private void write(byte[] line) throws IOException {
        if (channel.size() + line.length > MOST_BYTES) {
            turnOver();
        }
        channel.write(ByteBuffer.wrap(line));
    }

    private void turnOver() throws IOException {
        channel.close();
        try {
            Files.move(folder.trace(), folder.olderTrace(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException inUse) {
            // Windows moves no file that somebody reads: then the newer half is lost, but the bound holds.
            LOG.log(Level.DEBUG, "The trace begins anew", inUse);
            PrivateFiles.open(folder.trace(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
        }
        channel = append(folder.trace());
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The trace went with an error", e);
        }
    }
}
