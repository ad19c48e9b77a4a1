package org.trustflex.samd21.debug;

import org.trustflex.samd21.RunningPart;

/**
 * The debug port and its one access port, which reads and writes memory, whatever the wires are (ARM IHI 0031, chapters B2
 * and C2). Used by one front end at a time.
 */
public final class DebugAccess {

    /** What DPIDR says: an SW-DP of the Cortex-M0+. */
    public static final int IDENTITY = 0x0BC1_1477;

    private static final int OVERRUN = 1 << 1;
    private static final int STICKY_ERROR = 1 << 5;
    private static final int DATA_ERROR = 1 << 7;
    private static final int CLEARS_ERROR = 1 << 2;
    private static final int CLEARS_DATA_ERROR = 1 << 3;
    private static final int CLEARS_OVERRUN = 1 << 4;
    private static final int DETECTS_OVERRUN = 1;
    private static final int BANK = 0xF;
    /** DLCR as it always is: one clock of turnaround. */
    private static final int LINE_CONTROL = 0x40;
    private static final int REQUESTS = 0x5400_0000;
    private static final int WRITABLE = 0x54FF_FF0D;

    private final MemoryAccessPort port;
    private int control;
    private int select;
    private int buffer;
    /** The sticky flags of CTRL/STAT. */
    private int errors;

    /** Makes a debug port of a part. */
    public DebugAccess(RunningPart part) {
        port = new MemoryAccessPort(part);
    }

    /** Whether a transfer failed since the errors were cleared; until then nothing reaches the access port. */
    public boolean isFailed() {
        return errors != 0;
    }

    /** Whether every transfer has its data, also a refused one, which is an error then (B1.2.2 "overrun detection"). */
    public boolean detectsOverrun() {
        return (control & DETECTS_OVERRUN) != 0;
    }

    /** Whether the debugger has asked for power. */
    public boolean isPowered() {
        return (control & REQUESTS) != 0;
    }

    /** Writes ABORT: clears the errors that its bits name. What is to be aborted is over already. */
    public void abort(int value) {
        errors &= ~(((value & CLEARS_ERROR) != 0 ? STICKY_ERROR : 0)
                | ((value & CLEARS_DATA_ERROR) != 0 ? DATA_ERROR : 0) | ((value & CLEARS_OVERRUN) != 0 ? OVERRUN : 0));
    }

    /** Notes that the data of a write did not fit its parity. */
    void reportDataError() {
        errors |= DATA_ERROR;
    }

    /** Notes that a transfer was refused while overruns are detected. */
    void reportOverrun() {
        errors |= OVERRUN;
    }

    /**
     * Reads a register of the debug port.
     *
     * @param address 0, 4, 8 or 12
     */
    public int readPort(int address) {
        return switch (address) {
            case 0x0 -> IDENTITY;
            // Whatever power is asked for is there at once.
            case 0x4 -> (select & BANK) == 1 ? LINE_CONTROL : control | (control & REQUESTS) << 1 | errors;
            case 0x8 -> select;
            default -> buffer;
        };
    }

    /**
     * Writes a register of the debug port.
     *
     * @param address 4 or 8; others do nothing
     */
    public void writePort(int address, int value) {
        if (address == 0x4 && (select & BANK) == 0) {
            control = value & WRITABLE;
        } else if (address == 0x8) {
            select = value;
        }
    }

    /** Clears the errors whose bits are written to CTRL/STAT, as a JTAG-DP does. */
    void clearErrors(int value) {
        errors &= ~value;
    }

    /**
     * Reads a register of the selected access port. There is no other than 0, where zeros come from.
     *
     * @param address 0, 4, 8 or 12 in the bank that SELECT names
     */
    public int readAccess(int address) {
        if (isFailed()) {
            return 0;
        }
        if (select >>> 24 == 0) {
            note(port.read(select & 0xF0 | address));
            buffer = port.result();
        } else {
            buffer = 0;
        }
        return buffer;
    }

    /**
     * Writes a register of the selected access port.
     *
     * @param address 0, 4, 8 or 12 in the bank that SELECT names
     */
    public void writeAccess(int address, int value) {
        if (!isFailed() && select >>> 24 == 0) {
            note(port.write(select & 0xF0 | address, value));
        }
    }

    private void note(boolean done) {
        if (!done) {
            errors |= STICKY_ERROR;
        }
    }
}
