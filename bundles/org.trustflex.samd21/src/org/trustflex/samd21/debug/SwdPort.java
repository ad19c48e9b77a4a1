package org.trustflex.samd21.debug;

/**
 * A serial wire debug port: the line protocol of ARM IHI 0031, chapter B4, clock by clock, in front of the registers of
 * the debug port. Reads of the access port are posted: each gives the result of the one before. It never answers WAIT, as
 * every transfer is over at once.
 */
final class SwdPort {

    /** What a transfer is answered with. */
    static final int ACK_OK = 1;
    /** The same, after an error that was not cleared. */
    static final int ACK_FAULT = 4;

    private static final int LINE_RESET = 50;
    private static final int REQUEST_BITS = 8;
    private static final int ACK_BITS = 3;
    private static final int DATA_BITS = 33;
    private static final int ACCESS_PORT = 1 << 1;
    private static final int READ = 1 << 2;
    private static final int ADDRESS = 3 << 3;
    private static final int PARITY_BIT = 5;
    private static final int STOP_AND_PARK = 0x80;

    private final DebugAccess access;
    private State state = State.LOST;
    private int ones;
    private int clocks;
    private long shift;
    private int request;
    private int acknowledge;
    private boolean identified;
    private int lastRead;

    /** What the line is used for. */
    private enum State {
        /** After what it did not understand: until a line reset. */
        LOST,
        /** After a line reset, until the line is low. */
        RESET, IDLE, REQUEST, TURN_TO_PORT, ACKNOWLEDGE, READ, TURN_TO_HOST, TURN_TO_WRITE, WRITE
    }

    SwdPort(DebugAccess access) {
        this.access = access;
    }

    /**
     * A rising edge of the clock.
     *
     * @param level what the host has on the line; high where it lets go, as the line is pulled up
     * @return the level of the line just before
     */
    boolean clock(boolean level) {
        boolean driven = state == State.ACKNOWLEDGE || state == State.READ;
        boolean line = driven ? (shift & 1) != 0 : level;
        ones = line && !driven ? ones + 1 : 0;
        if (ones >= LINE_RESET) {
            go(State.RESET);
            identified = false;
        } else {
            advance(line);
        }
        return line;
    }

    private void advance(boolean line) {
        clocks++;
        switch (state) {
            case LOST -> {
                // Nothing but a line reset is heard.
            }
            case RESET -> {
                if (!line) {
                    go(State.IDLE);
                }
            }
            case IDLE -> {
                if (line) {
                    go(State.REQUEST);
                    clocks = 1;
                    shift = 1;
                }
            }
            case REQUEST -> {
                collect(line, clocks - 1);
                if (clocks == REQUEST_BITS) {
                    begin((int) shift);
                }
            }
            case TURN_TO_PORT -> {
                go(State.ACKNOWLEDGE);
                shift = acknowledge;
            }
            case ACKNOWLEDGE -> {
                shift >>>= 1;
                if (clocks == ACK_BITS) {
                    goToData();
                }
            }
            case READ -> {
                shift >>>= 1;
                if (clocks == DATA_BITS) {
                    go(State.TURN_TO_HOST);
                }
            }
            case TURN_TO_HOST -> go(State.IDLE);
            case TURN_TO_WRITE -> {
                go(State.WRITE);
                shift = 0;
            }
            case WRITE -> {
                collect(line, clocks - 1);
                if (clocks == DATA_BITS) {
                    go(State.IDLE);
                    write();
                }
            }
        }
    }

    private void go(State next) {
        state = next;
        clocks = 0;
    }

    private void collect(boolean line, int position) {
        shift |= line ? 1L << position : 0;
    }

    private void begin(int bits) {
        request = bits;
        boolean identity = (bits & (ACCESS_PORT | READ | ADDRESS)) == READ;
        boolean whole = (bits & 0xC0) == STOP_AND_PARK
                && (Integer.bitCount(bits & (ACCESS_PORT | READ | ADDRESS)) & 1) == (bits >>> PARITY_BIT & 1);
        // After a line reset the identity must be read first (B4.3.3).
        if (!whole || !identified && !identity) {
            go(State.LOST);
            return;
        }
        identified = true;
        acknowledge = access.isFailed() && !isAnsweredAlways() ? ACK_FAULT : ACK_OK;
        go(State.TURN_TO_PORT);
    }

    /** Reads of DPIDR and CTRL/STAT, and writes to ABORT: how a host finds and clears an error (B4.2.4). */
    private boolean isAnsweredAlways() {
        if ((request & ACCESS_PORT) != 0) {
            return false;
        }
        return isRead() ? address() <= 0x4 : address() == 0;
    }

    private boolean isRead() {
        return (request & READ) != 0;
    }

    private int address() {
        return request >>> 1 & 0xC;
    }

    private void goToData() {
        boolean done = acknowledge == ACK_OK;
        if (!done && !access.detectsOverrun()) {
            go(State.TURN_TO_HOST);
            return;
        }
        if (!done) {
            access.reportOverrun();
        }
        if (isRead()) {
            go(State.READ);
            int value = done ? read() : 0;
            shift = value & 0xFFFF_FFFFL | (long) (Integer.bitCount(value) & 1) << 32;
        } else {
            go(State.TURN_TO_WRITE);
        }
    }

    private int read() {
        if ((request & ACCESS_PORT) != 0) {
            lastRead = access.readPort(0xC);
            access.readAccess(address());
            return lastRead;
        }
        // RESEND says again what the last read of the access port gave.
        int value = address() == 0x8 ? lastRead : access.readPort(address());
        if (address() == 0xC) {
            lastRead = value;
        }
        return value;
    }

    private void write() {
        if (acknowledge != ACK_OK) {
            return;
        }
        int value = (int) shift;
        if ((Integer.bitCount(value) & 1) != shift >>> 32) {
            access.reportDataError();
        } else if ((request & ACCESS_PORT) != 0) {
            access.writeAccess(address(), value);
        } else if (address() == 0) {
            access.abort(value);
        } else {
            access.writePort(address(), value);
        }
    }
}
