package org.trustflex.samd21.peripherals;

import org.trustflex.samd21.core.Core;
import org.trustflex.samd21.core.CoreFault;
import org.trustflex.samd21.core.Device;

/** DSU: identity, CRC, chip erase, and the reset that a debugger extends (data sheet, section 13). */
public final class DeviceService extends RegisterBlock {

    /** SAMD21E18A, as its DID register says. */
    private static final int DEVICE_ID = 0x1001_030A;
    private static final int MIRROR = 0x100;
    private static final int ROM_TABLE = 0x4100_3000;
    private static final int ROM_TABLE_END = 0x4100_3C00;
    private static final int DONE = 1;
    private static final int RESET_EXTENDED = 2;
    private static final int BUS_ERROR = 4;
    private static final int DEBUGGER_PRESENT = 2;
    private static final int POLYNOMIAL = 0xEDB8_8320;
    private static final int[] COMPONENT = { 0x0D, 0x10, 0x05, 0xB1 };
    private static final int[] PERIPHERAL = { 0xD0, 0xFC, 0x09, 0 };

    private final Core core;
    private final NvmController flash;
    private int status;
    private int address;
    private int length;
    private int data;
    private final int[] channels = new int[2];
    private int full;

    /** Makes the unit. */
    public DeviceService(SystemBus bus, Core core, NvmController flash) {
        super(bus, 0x4100_2000);
        this.core = core;
        this.flash = flash;
        for (int copy = 0; copy <= MIRROR; copy += MIRROR) {
            registers(1, copy, copy + 1, copy + 2);
            registers(4, copy + 0x04, copy + 0x08, copy + 0x0C, copy + 0x10, copy + 0x14, copy + 0x18);
        }
        bus.attach(ROM_TABLE, new Table(true));
        bus.attach(ROM_TABLE_END, new Table(false));
    }

    /** The reset pin was let go while a debugger held its clock low: the processor waits until the flag is cleared. */
    public void extendReset() {
        status |= RESET_EXTENDED;
        core.hold(true);
    }

    @Override
    void reset() {
        status = 0;
        address = 0;
        length = 0;
        data = 0;
        full = 0;
        core.hold(false);
    }

    @Override
    int get(int register) {
        return switch (register & ~MIRROR) {
            case 0x01 -> status;
            case 0x02 -> DEBUGGER_PRESENT | full << 2;
            case 0x04 -> address;
            case 0x08 -> length;
            case 0x0C -> data;
            case 0x10, 0x14 -> {
                int index = (register & ~MIRROR) - 0x10 >> 2;
                full &= ~(1 << index);
                yield channels[index];
            }
            case 0x18 -> DEVICE_ID;
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register & ~MIRROR) {
            case 0x00 -> command(register, value);
            case 0x01 -> {
                status &= ~value;
                if ((value & RESET_EXTENDED) != 0) {
                    core.hold(false);
                }
            }
            case 0x04 -> address = value & ~3;
            case 0x08 -> length = value & ~3;
            case 0x0C -> data = value;
            case 0x10, 0x14 -> {
                int index = (register & ~MIRROR) - 0x10 >> 2;
                channels[index] = value;
                full |= 1 << index;
            }
            default -> {
                // Read-only.
            }
        }
    }

    private void command(int register, int value) {
        switch (value) {
            case 0x01 -> reset();
            case 0x04 -> checksum();
            case 0x10 -> {
                flash.eraseChip();
                status |= DONE;
            }
            default -> reportFunction(register, value);
        }
    }

    private void checksum() {
        int crc = data;
        try {
            for (int offset = 0; offset < length; offset++) {
                crc ^= core.memory().read(address + offset, 1);
                for (int bit = 0; bit < 8; bit++) {
                    crc = crc >>> 1 ^ POLYNOMIAL & -(crc & 1);
                }
            }
        } catch (CoreFault fault) {
            status |= BUS_ERROR;
        }
        data = crc;
        status |= DONE;
    }

    /** The first or the last kilobyte of the CoreSight ROM table: where the processor's own table is, and who made it. */
    private record Table(boolean first) implements Device {

        private static final int PROCESSOR_TABLE = 0x9F0F_C003;
        private static final int TRACE_BUFFER_ABSENT = 0x0000_3002;

        @Override
        public int read(int offset, int size) {
            return word(offset & ~3) >>> 8 * (offset & 3);
        }

        private int word(int offset) {
            if (first) {
                return offset == 0 ? PROCESSOR_TABLE : offset == 4 ? TRACE_BUFFER_ABSENT : 0;
            }
            if (offset >= 0x3F0) {
                return COMPONENT[offset - 0x3F0 >> 2];
            }
            if (offset >= 0x3E0) {
                return PERIPHERAL[offset - 0x3E0 >> 2];
            }
            return offset == 0x3CC ? 1 : 0;
        }

        @Override
        public void write(int offset, int size, int value) {
            // The table is read-only.
        }
    }
}
