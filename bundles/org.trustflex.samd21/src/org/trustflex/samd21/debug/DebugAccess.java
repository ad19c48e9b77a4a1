package org.trustflex.samd21.debug;

import org.trustflex.samd21.RunningPart;

/**
 * The debug port and its one access port, which reads and writes memory, whatever the wires are (ARM IHI 0031, chapters B2
 * and C2). Used by one front end at a time.
 */
public final class DebugAccess {

    /** What DPIDR says: an SW-DP of the Cortex-M0+. */
    public static final int IDENTITY = 0x0BC1_1477;

    private static final int STICKY_ERROR = 1 << 5;
    private static final int REQUESTS = 0x5400_0000;
    private static final int WRITABLE = 0x54FF_FF0D;

    private final MemoryAccessPort port;
    private int control;
    private int select;
    private int buffer;
    private boolean failed;

    /** Makes a debug port of a part. */
    public DebugAccess(RunningPart part) {
        port = new MemoryAccessPort(part);
    }

    /** Whether a transfer failed since the error was cleared; until then nothing reaches the access port. */
    public boolean isFailed() {
        return failed;
    }

    /** Whether the debugger has asked for power. */
    public boolean isPowered() {
        return (control & REQUESTS) != 0;
    }

    /** Clears the error, as a write to ABORT does on SWD. */
    public void clearError() {
        failed = false;
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
            case 0x4 -> control | (control & REQUESTS) << 1 | (failed ? STICKY_ERROR : 0);
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
        if (address == 0x4) {
            control = value & WRITABLE;
            if ((value & STICKY_ERROR) != 0) {
                failed = false;
            }
        } else if (address == 0x8) {
            select = value;
        }
    }

    /**
     * Reads a register of the selected access port. There is no other than 0, where zeros come from.
     *
     * @param address 0, 4, 8 or 12 in the bank that SELECT names
     */
    public int readAccess(int address) {
        if (failed) {
            return 0;
        }
        if (select >>> 24 == 0) {
            failed = !port.read(select & 0xF0 | address);
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
        if (!failed && select >>> 24 == 0) {
            failed = !port.write(select & 0xF0 | address, value);
        }
    }
}
