package org.trustflex.samd21.peripherals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Exceptions;
import org.trustflex.samd21.core.FlashTiming;

/**
 * NVMCTRL: page buffer, erasing, writing, locks and wait states (data sheet, section 22). A command is over at once for a
 * debugger; the processor, which can't read the flash meanwhile, stands still for the longest time of the data sheet's
 * table 37-42: 6 ms for a row, 2.5 ms for a page.
 */
public final class NvmController extends RegisterBlock {

    private static final int INTERRUPT = 5;
    private static final int READY = 1;
    private static final int ERROR = 2;
    private static final int STATUS_LOADED = 2;
    private static final int STATUS_PROGRAM_ERROR = 4;
    private static final int STATUS_LOCK_ERROR = 8;
    private static final int STATUS_POWER_REDUCED = 1;
    private static final int KEY = 0xA5;
    private static final int MANUAL_WRITE = 1 << 7;
    private static final int CACHE_OFF = 1 << 18;
    private static final int PARAMETERS = 0x0003_1000;
    private static final int PAGE = 64;
    private static final int ROW = 256;
    private static final int REGION_BITS = 14;
    private static final int USER_ROW = NvmSpace.USER_ROW;
    /** Where the auxiliary space begins; ADDR has no bit for it, the commands mean it. */
    private static final int AUXILIARY = 0x80_0000;
    private static final Duration ERASE_TIME = Duration.ofMillis(6);
    private static final Duration WRITE_TIME = Duration.ofNanos(2_500_000);

    private final NonVolatileMemory memory;
    private final FlashTiming timing;
    private final Clock clock;
    private final InterruptFlags interrupts;
    private final byte[] pageBuffer = new byte[PAGE];
    private int controlB;
    private int status;
    private int address;
    private int lock;

    /** Makes the controller of a memory. */
    public NvmController(SystemBus bus, NonVolatileMemory memory, FlashTiming timing, Clock clock,
            Exceptions exceptions) {
        super(bus, 0x4100_4000);
        this.memory = memory;
        this.timing = timing;
        this.clock = clock;
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        registers(2, 0x00, 0x18, 0x20);
        registers(4, 0x04, 0x08, 0x1C);
        registers(1, 0x0C, 0x10, 0x14);
        bus.attachNonVolatile(new NvmSpace(memory, this::load));
        reset();
    }

    /** Erases all of the flash and clears the locks, as DSU's chip erase does; the user row stays. */
    void eraseChip() {
        Arrays.fill(memory.flash(), (byte) 0xFF);
        timing.invalidate();
        memory.changed();
    }

    @Override
    void reset() {
        setControlB(MANUAL_WRITE);
        status = 0;
        address = 0;
        lock = userWord(1) >>> 16;
        Arrays.fill(pageBuffer, (byte) 0xFF);
        interrupts.reset();
        interrupts.set(READY);
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x04 -> controlB;
            case 0x08 -> PARAMETERS;
            case 0x0C, 0x10 -> interrupts.enabled();
            case 0x14 -> interrupts.flags();
            case 0x18 -> status;
            case 0x1C -> address;
            case 0x20 -> lock;
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> command(value);
            case 0x04 -> setControlB(value);
            case 0x0C -> interrupts.disable(value & (READY | ERROR));
            case 0x10 -> interrupts.enable(value & (READY | ERROR));
            case 0x14 -> interrupts.clear(value & ERROR);
            case 0x18 -> status &= ~(value & 0x1E);
            case 0x1C -> address = value & 0x3F_FFFF;
            default -> {
                // PARAM and LOCK are read-only.
            }
        }
    }

    private void setControlB(int value) {
        controlB = value;
        timing.setWaitStates(value >>> 1 & 15);
        timing.setCached((value & CACHE_OFF) == 0);
    }

    private void command(int value) {
        if (value >>> 8 != KEY) {
            fail(STATUS_PROGRAM_ERROR);
            return;
        }
        int target = address << 1;
        switch (value & 0x7F) {
            case 0x02 -> eraseRow(target, false);
            case 0x04 -> writePage(target, false);
            case 0x05 -> eraseRow(target | AUXILIARY, true);
            case 0x06 -> writePage(target | AUXILIARY, true);
            case 0x40 -> lock &= ~region(target);
            case 0x41 -> lock |= region(target);
            case 0x42 -> status |= STATUS_POWER_REDUCED;
            case 0x43 -> status &= ~STATUS_POWER_REDUCED;
            case 0x44 -> clearBuffer();
            case 0x46 -> timing.invalidate();
            case 0x45 -> reportFunction(0x00, value);
            default -> fail(STATUS_PROGRAM_ERROR);
        }
    }

    private void fail(int why) {
        status |= why;
        interrupts.set(ERROR);
    }

    private void clearBuffer() {
        Arrays.fill(pageBuffer, (byte) 0xFF);
        status &= ~STATUS_LOADED;
    }

    private void eraseRow(int target, boolean auxiliary) {
        byte[] array = writable(target, auxiliary);
        if (array.length == 0) {
            return;
        }
        int start = target % array.length & -ROW;
        Arrays.fill(array, start, start + ROW, (byte) 0xFF);
        changed(ERASE_TIME);
    }

    private void writePage(int target, boolean auxiliary) {
        byte[] array = writable(target, auxiliary);
        if (array.length == 0) {
            return;
        }
        int start = target % array.length & -PAGE;
        for (int index = 0; index < PAGE; index++) {
            // Writing can only clear bits.
            array[start + index] &= pageBuffer[index];
        }
        clearBuffer();
        changed(WRITE_TIME);
    }

    /** The array that a command changes, empty if it must not. */
    private byte[] writable(int target, boolean auxiliary) {
        if (auxiliary) {
            if (target >= USER_ROW && target < USER_ROW + NonVolatileMemory.USER_ROW_SIZE) {
                return memory.userRow();
            }
            fail(STATUS_PROGRAM_ERROR);
        } else if (target >= NonVolatileMemory.FLASH_SIZE) {
            fail(STATUS_PROGRAM_ERROR);
        } else if (target < bootSize() || (lock & region(target)) == 0) {
            fail(STATUS_LOCK_ERROR);
        } else {
            return memory.flash();
        }
        return new byte[0];
    }

    private void changed(Duration time) {
        timing.invalidate();
        memory.changed();
        clock.stall(clock.cyclesOf(time));
    }

    /** A write to the memory's own addresses fills the page buffer and sets the address. */
    private void load(int target, int size, int value) {
        for (int index = 0; index < size; index++) {
            pageBuffer[target + index & PAGE - 1] &= (byte) (value >>> 8 * index);
        }
        address = target >>> 1;
        status |= STATUS_LOADED;
        boolean last = (target + size & PAGE - 1) == 0;
        if (last && (controlB & MANUAL_WRITE) == 0) {
            writePage(target, target >= NonVolatileMemory.FLASH_SIZE);
        }
    }

    /** BOOTPROT: how many bytes at the start can't be changed (data sheet, table 22-2). */
    private int bootSize() {
        int code = userWord(0) & 7;
        return code == 7 ? 0 : 512 << 6 - code;
    }

    private int userWord(int index) {
        return ByteBuffer.wrap(memory.userRow()).order(ByteOrder.LITTLE_ENDIAN).getInt(4 * index);
    }

    private static int region(int target) {
        return 1 << (target >>> REGION_BITS & 15);
    }
}
