package org.trustflex.board.machine;

import java.util.Arrays;

import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.FlashSegment;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.ProgrammingListener.Step;
import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.ResetCause;
import org.trustflex.samd21.Samd21;

/**
 * Programs an MCU that stands still by the commands of its NVMCTRL, as a debugger does (SAM D21 data sheet, section 22).
 * The flash is erased as a whole, as Microchip's own programmer does it.
 */
final class NvmProgrammer {

    private static final int COMMAND = 0x4100_4000;
    private static final int CONTROL = 0x4100_4004;
    private static final int STATUS = 0x4100_4018;
    private static final int ADDRESS = 0x4100_401C;
    private static final int LOCK = 0x4100_4020;
    private static final int MANUAL_WRITE = 1 << 7;
    private static final int ERRORS = 0x1C;
    private static final int ERASE_ROW = 0xA502;
    private static final int WRITE_PAGE = 0xA504;
    private static final int ERASE_AUXILIARY_ROW = 0xA505;
    private static final int WRITE_AUXILIARY_PAGE = 0xA506;
    private static final int CLEAR_BUFFER = 0xA544;
    private static final int ROW = 256;
    private static final int PAGE = 64;
    private static final int REGION = FlashImage.FLASH_SIZE / 16;
    private static final int NO_BOOT_PROTECTION = 7;

    private final Samd21 part;
    private final ProgrammingListener listener;

    NvmProgrammer(Samd21 part, ProgrammingListener listener) {
        this.part = part;
        this.listener = listener;
    }

    /** Writes an image instead of what is there, and lets the MCU begin with it. */
    void program(FlashImage image) throws ProgrammingFailed {
        byte[] flash = image.flash();
        byte[] userRow = userRow();
        for (FlashSegment segment : image.segments()) {
            if (segment.address() >= FlashImage.USER_ROW) {
                System.arraycopy(segment.bytes(), 0, userRow, segment.address() - FlashImage.USER_ROW, segment.size());
            }
        }
        part.reset(ResetCause.EXTERNAL);
        requireUnlocked(flash);
        write(flash, userRow);
    }

    /** Makes the memory what it was when the part was new, with a program in it. Locks are no obstacle. */
    void restore(byte[] program) throws ProgrammingFailed {
        byte[] flash = new byte[FlashImage.FLASH_SIZE];
        Arrays.fill(flash, (byte) 0xFF);
        System.arraycopy(program, 0, flash, 0, program.length);
        part.reset(ResetCause.EXTERNAL);
        writeUserRow(NonVolatileMemory.factoryNew().userRow());
        // The locks are read from it at reset.
        part.reset(ResetCause.EXTERNAL);
        write(flash, userRow());
    }

    private void write(byte[] flash, byte[] userRow) throws ProgrammingFailed {
        part.writeMemory(CONTROL, 4, part.readMemory(CONTROL, 4) | MANUAL_WRITE);
        command(CLEAR_BUFFER, 0);
        for (int row = 0; row < flash.length; row += ROW) {
            if (!isErased(row, ROW)) {
                command(ERASE_ROW, row);
            }
            listener.progressed(Step.ERASE, row + ROW, flash.length);
        }
        for (int page = 0; page < flash.length; page += PAGE) {
            if (!isErased(flash, page)) {
                load(flash, page, page);
                command(WRITE_PAGE, page);
            }
            listener.progressed(Step.WRITE, page + PAGE, flash.length);
        }
        verify(flash);
        if (!Arrays.equals(userRow, userRow())) {
            writeUserRow(userRow);
        }
        part.reset(ResetCause.EXTERNAL);
    }

    /** What is locked is found before anything is erased. */
    private void requireUnlocked(byte[] flash) throws ProgrammingFailed {
        int locks = part.readMemory(LOCK, 2);
        if ((userRow()[0] & NO_BOOT_PROTECTION) != NO_BOOT_PROTECTION) {
            throw new ProgrammingFailed(Messages.text("program.bootprot"));
        }
        for (int region = 0; region < flash.length; region += REGION) {
            boolean locked = (locks >>> region / REGION & 1) == 0;
            if (locked && !Arrays.equals(read(region, REGION), Arrays.copyOfRange(flash, region, region + REGION))) {
                throw new ProgrammingFailed(Messages.text("program.locked", region, region + REGION - 1));
            }
        }
    }

    private void writeUserRow(byte[] content) throws ProgrammingFailed {
        command(CLEAR_BUFFER, 0);
        command(ERASE_AUXILIARY_ROW, FlashImage.USER_ROW);
        for (int page = 0; page < content.length; page += PAGE) {
            load(content, page, FlashImage.USER_ROW + page);
            command(WRITE_AUXILIARY_PAGE, FlashImage.USER_ROW + page);
        }
    }

    /** Fills the page buffer. */
    private void load(byte[] from, int offset, int address) {
        for (int index = 0; index < PAGE; index += 2) {
            int value = from[offset + index] & 0xFF | (from[offset + index + 1] & 0xFF) << 8;
            part.writeMemory(address + index, 2, value);
        }
    }

    private void command(int command, int address) throws ProgrammingFailed {
        part.writeMemory(ADDRESS, 4, address >>> 1);
        part.writeMemory(COMMAND, 2, command);
        int errors = part.readMemory(STATUS, 2) & ERRORS;
        if (errors != 0) {
            part.writeMemory(STATUS, 2, errors);
            throw new ProgrammingFailed(Messages.text("program.refused", address, errors));
        }
    }

    private void verify(byte[] flash) throws ProgrammingFailed {
        for (int row = 0; row < flash.length; row += ROW) {
            int difference = Arrays.mismatch(read(row, ROW), Arrays.copyOfRange(flash, row, row + ROW));
            if (difference >= 0) {
                throw new ProgrammingFailed(Messages.text("program.differs", row + difference));
            }
            listener.progressed(Step.VERIFY, row + ROW, flash.length);
        }
    }

    private boolean isErased(int address, int size) {
        for (byte value : read(address, size)) {
            if (value != -1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isErased(byte[] flash, int page) {
        for (int index = page; index < page + PAGE; index++) {
            if (flash[index] != -1) {
                return false;
            }
        }
        return true;
    }

    private byte[] userRow() {
        return read(FlashImage.USER_ROW, FlashImage.USER_ROW_SIZE);
    }

    private byte[] read(int address, int size) {
        byte[] bytes = new byte[size];
        for (int index = 0; index < size; index += 4) {
            int word = part.readMemory(address + index, 4);
            for (int each = 0; each < 4; each++) {
                bytes[index + each] = (byte) (word >>> 8 * each);
            }
        }
        return bytes;
    }
}
