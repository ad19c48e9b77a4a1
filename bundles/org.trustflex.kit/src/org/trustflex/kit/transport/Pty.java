package org.trustflex.kit.transport;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;

/**
 * A pseudo terminal of Linux or macOS, made through the C library's own functions: raw, so that every byte passes as it
 * is, and never waiting for whoever is at its other end. What a device is on a cable, this end is to the one that
 * others open. One thread at a time.
 */
public final class Pty implements AutoCloseable {

    /** The functions that are called, as POSIX names them. */
    interface LibC extends Library {

        int posix_openpt(int flags) throws LastErrorException;

        int grantpt(int terminal) throws LastErrorException;

        int unlockpt(int terminal) throws LastErrorException;

        String ptsname(int terminal) throws LastErrorException;

        int open(String path, int flags) throws LastErrorException;

        int close(int terminal) throws LastErrorException;

        int fcntl(int terminal, int command, Object... argument) throws LastErrorException;

        int tcgetattr(int terminal, Memory attributes) throws LastErrorException;

        void cfmakeraw(Memory attributes);

        int tcsetattr(int terminal, int when, Memory attributes) throws LastErrorException;

        int poll(Memory terminals, NativeLong count, int millis) throws LastErrorException;

        NativeLong read(int terminal, byte[] buffer, NativeLong length) throws LastErrorException;

        NativeLong write(int terminal, byte[] bytes, NativeLong length) throws LastErrorException;
    }

    /** What there is to know about the other end. */
    public enum Moment {
        /** Nobody has the terminal open. */
        NOBODY,
        /** Somebody has, and has sent nothing. */
        SILENCE,
        /** Something can be read. */
        INPUT
    }

    private static final int READ_AND_WRITE = 2;
    private static final int NOT_OUR_TERMINAL = Platform.isMac() ? 0x20000 : 0x100;
    private static final int WITHOUT_WAITING = Platform.isMac() ? 0x4 : 0x800;
    private static final int SET_FLAGS = 4;
    private static final int NOW = 0;
    /** More than a struct termios has anywhere. */
    private static final int ATTRIBUTES = 256;
    private static final int POLL_SIZE = 8;
    private static final int POLL_EVENTS = 4;
    private static final int POLL_RESULT = 6;
    private static final short POLL_IN = 0x01;
    private static final short POLL_HANG_UP = 0x10;
    private static final int TRY_AGAIN = Platform.isMac() ? 35 : 11;

    private final LibC libC;
    private final int master;
    private final String name;
    private final Memory poll = new Memory(POLL_SIZE);

    private Pty(LibC libC, int master, String name) {
        this.libC = libC;
        this.master = master;
        this.name = name;
    }

    /** Whether this system has such terminals. */
    public static boolean isSupported() {
        return Platform.isLinux() || Platform.isMac();
    }

    /**
     * Makes one.
     *
     * @throws IOException  if the system has none to give
     * @throws LinkageError if the native part of JNA did not load
     */
    public static Pty open() throws IOException {
        LibC libC = Native.load(Platform.C_LIBRARY_NAME, LibC.class);
        int master = -1;
        boolean ready = false;
        try {
            master = libC.posix_openpt(READ_AND_WRITE | NOT_OUR_TERMINAL);
            libC.grantpt(master);
            libC.unlockpt(master);
            String name = libC.ptsname(master);
            makeRaw(libC, name);
            libC.fcntl(master, SET_FLAGS, READ_AND_WRITE | WITHOUT_WAITING);
            ready = true;
            return new Pty(libC, master, name);
        } catch (LastErrorException failed) {
            throw new IOException(failed.getMessage(), failed);
        } finally {
            if (!ready && master >= 0) {
                libC.close(master);
            }
        }
    }

    /** A new terminal echoes and changes line ends. That is put away before the first byte; it lasts while we have it. */
    private static void makeRaw(LibC libC, String name) {
        int slave = libC.open(name, READ_AND_WRITE | NOT_OUR_TERMINAL);
        try (Memory attributes = new Memory(ATTRIBUTES)) {
            attributes.clear();
            libC.tcgetattr(slave, attributes);
            libC.cfmakeraw(attributes);
            libC.tcsetattr(slave, NOW, attributes);
        } finally {
            libC.close(slave);
        }
    }

    /** The path of the end that others open, such as "/dev/pts/3". */
    public String name() {
        return name;
    }

    /** Waits for something to read, but not longer than this; where nobody is there it does not wait. */
    public Moment await(Duration patience) throws IOException {
        poll.setInt(0, master);
        poll.setShort(POLL_EVENTS, POLL_IN);
        poll.setShort(POLL_RESULT, (short) 0);
        try {
            libC.poll(poll, new NativeLong(1), (int) patience.toMillis());
        } catch (LastErrorException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
        short result = poll.getShort(POLL_RESULT);
        if ((result & POLL_IN) != 0) {
            return Moment.INPUT;
        }
        return (result & POLL_HANG_UP) != 0 ? Moment.NOBODY : Moment.SILENCE;
    }

    /** Reads what is there, after {@link #await} has seen it. */
    public int read(byte[] buffer) throws IOException {
        try {
            return libC.read(master, buffer, new NativeLong(buffer.length)).intValue();
        } catch (LastErrorException gone) {
            throw new EOFException(gone.getMessage());
        }
    }

    /** Writes as much as there is room for, and returns how much that was. */
    public int write(byte[] bytes) throws IOException {
        try {
            return libC.write(master, bytes, new NativeLong(bytes.length)).intValue();
        } catch (LastErrorException failed) {
            if (failed.getErrorCode() == TRY_AGAIN) {
                return 0;
            }
            throw new IOException(failed.getMessage(), failed);
        }
    }

    /** Whoever has the other end open finds it hung up. */
    @Override
    public void close() {
        libC.close(master);
        poll.close();
    }
}
