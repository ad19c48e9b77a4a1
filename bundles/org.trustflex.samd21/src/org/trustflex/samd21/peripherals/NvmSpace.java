package org.trustflex.samd21.peripherals;

import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.core.CoreFault;
import org.trustflex.samd21.core.Device;

/**
 * The non-volatile memory's addresses: reads give the user row, the calibration row and the serial number, writes go to
 * the page buffer (data sheet, sections 10.2 and 10.3).
 */
final class NvmSpace implements Device {

    static final int USER_ROW = 0x80_4000;

    private static final int CALIBRATION = 0x80_6020;
    /** Coarse value 0x1F in bits 31:26 of the second word, fine value 0x200 in bits 9:0 of the third. */
    private static final int[] CALIBRATION_WORDS = { 0xFFFF_FFFF, 0x7C00_0000 | 0x03FF_FFFF, 0xFFFF_FE00, 0xFFFF_FFFF };
    /** Temperature log row. */
    private static final int TEMPERATURE = 0x80_6030;
    /** Words of the serial number, "TrustFLEX", of a part that nobody made. */
    private static final int[] SERIAL_NUMBER = { 0x5452_5354, 0x464C_4558, 0x5349_4D00, 0x0000_0001 };

    private final NonVolatileMemory memory;
    private final PageBuffer buffer;

    /** Where writes go. */
    interface PageBuffer {
        void load(int address, int size, int value);
    }

    NvmSpace(NonVolatileMemory memory, PageBuffer buffer) {
        this.memory = memory;
        this.buffer = buffer;
    }

    @Override
    public int read(int address, int size) {
        int value = 0;
        for (int index = 0; index < size; index++) {
            value |= readByte(address + index) << 8 * index;
        }
        return value;
    }

    private int readByte(int address) {
        if (address >= USER_ROW && address < USER_ROW + NonVolatileMemory.USER_ROW_SIZE) {
            return memory.userRow()[address - USER_ROW] & 0xFF;
        }
        int word = switch (address & ~3) {
            case CALIBRATION, CALIBRATION + 4, CALIBRATION + 8, CALIBRATION + 12 -> CALIBRATION_WORDS[address
                    - CALIBRATION >> 2];
            case TEMPERATURE, TEMPERATURE + 4 -> -1;
            case 0x80_A00C -> SERIAL_NUMBER[0];
            case 0x80_A040 -> SERIAL_NUMBER[1];
            case 0x80_A044 -> SERIAL_NUMBER[2];
            case 0x80_A048 -> SERIAL_NUMBER[3];
            default -> throw CoreFault.busError(address);
        };
        return word >>> 8 * (address & 3) & 0xFF;
    }

    @Override
    public void write(int address, int size, int value) {
        boolean known = address < NonVolatileMemory.FLASH_SIZE
                || address >= USER_ROW && address < USER_ROW + NonVolatileMemory.USER_ROW_SIZE;
        // Bytes can't be written to the page buffer (data sheet, section 22.6.4).
        if (!known || size == 1) {
            throw CoreFault.busError(address);
        }
        buffer.load(address, size, value);
    }
}
