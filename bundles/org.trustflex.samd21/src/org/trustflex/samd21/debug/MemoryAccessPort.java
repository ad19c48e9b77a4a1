package org.trustflex.samd21.debug;

import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;
import org.trustflex.samd21.core.CoreFault;

/** MEM-AP: CSW, TAR, DRW and the banked data registers (ARM IHI 0031, section C2.6). No packed transfers. */
final class MemoryAccessPort {

    private static final int IDENTITY = 0x0477_0031;
    private static final int ROM_TABLE = 0x4100_3003;
    private static final int DEVICE_ENABLED = 0x40;
    private static final int INCREMENT = 0x10;
    private static final int WRAP = 0x3FF;

    private final RunningPart part;
    private int control = 0x0300_0002;
    private int transfer;
    private int result;

    MemoryAccessPort(RunningPart part) {
        this.part = part;
    }

    /** What the last read gave. */
    int result() {
        return result;
    }

    /** Reads a register; false if the memory behind it does not answer. */
    boolean read(int register) {
        switch (register) {
            case 0x00 -> result = control | DEVICE_ENABLED;
            case 0x04 -> result = transfer;
            case 0x0C -> {
                boolean done = access(transfer, size(), false, 0);
                increment();
                return done;
            }
            case 0x10, 0x14, 0x18, 0x1C -> {
                return access(transfer & ~15 | register & 15, 4, false, 0);
            }
            case 0xF8 -> result = ROM_TABLE;
            case 0xFC -> result = IDENTITY;
            default -> result = 0;
        }
        return true;
    }

    /** Writes a register; false if the memory behind it does not answer. */
    boolean write(int register, int value) {
        switch (register) {
            // The increment is single or off, whatever is asked for.
            case 0x00 -> control = value & 0xFF00_0017;
            case 0x04 -> transfer = value;
            case 0x0C -> {
                boolean done = access(transfer, size(), true, value);
                increment();
                return done;
            }
            case 0x10, 0x14, 0x18, 0x1C -> {
                return access(transfer & ~15 | register & 15, 4, true, value);
            }
            default -> {
                // Read-only.
            }
        }
        return true;
    }

    private int size() {
        return Math.min(1 << (control & 7), 4);
    }

    private void increment() {
        if ((control & INCREMENT) != 0) {
            transfer = transfer & ~WRAP | transfer + size() & WRAP;
        }
    }

    private boolean access(int address, int size, boolean write, int value) {
        int lane = 8 * (address & 3);
        return part.call(machine -> {
            try {
                return transfer(machine, address, size, write, lane, value);
            } catch (CoreFault fault) {
                return false;
            }
        });
    }

    private boolean transfer(Samd21 machine, int address, int size, boolean write, int lane, int value) {
        if (write) {
            machine.writeMemory(address, size, value >>> lane);
        } else {
            result = machine.readMemory(address, size) << lane;
        }
        return true;
    }
}
