package org.trustflex.samd21.core;

/**
 * The private peripheral bus: system control, NVIC, SysTick and the debug units (ARMv6-M manual, B3 and C1). Registers are
 * words; what is accessed in parts behaves as the bytes of the word.
 */
final class SystemSpace implements Device {

    static final int BASE = 0xE000_0000;

    private static final int CPUID = 0x410C_C601;
    private static final int KEY_READ = 0xFA05_0000;
    private static final int KEY_WRITE = 0x05FA_0000;
    private static final int RESET_REQUEST = 4;
    private static final int STACK_ALIGN_AND_UNALIGNED_TRAP = 0x208;
    private static final int VECTOR_TABLE = 0xFFFF_FF80;

    private final Core core;
    private final Exceptions exceptions;
    private final SysTick ticker;
    private final DebugUnit debug;
    private int vectorTable;
    private int sleepControl;

    SystemSpace(Core core, Exceptions exceptions, SysTick ticker, DebugUnit debug) {
        this.core = core;
        this.exceptions = exceptions;
        this.ticker = ticker;
        this.debug = debug;
    }

    void reset() {
        vectorTable = 0;
        sleepControl = 0;
        ticker.reset();
    }

    int vectorTable() {
        return vectorTable;
    }

    boolean sleepsOnExit() {
        return (sleepControl & 2) != 0;
    }

    @Override
    public int read(int offset, int size) {
        return readWord(offset & ~3) >>> 8 * (offset & 3);
    }

    @Override
    public void write(int offset, int size, int value) {
        if (size == 4) {
            writeWord(offset, value);
        } else {
            int mask = (size == 1 ? 0xFF : 0xFFFF) << 8 * (offset & 3);
            writeWord(offset & ~3, readWord(offset & ~3) & ~mask | value << 8 * (offset & 3) & mask);
        }
    }

    private int readWord(int offset) {
        if (offset >= 0xE400 && offset < 0xE420) {
            return readPriorities(offset - 0xE400);
        }
        return switch (offset) {
            case 0xE010, 0xE014, 0xE018, 0xE01C -> ticker.read(offset - 0xE010 >> 2);
            case 0xE100, 0xE180 -> exceptions.enabledInterrupts();
            case 0xE200, 0xE280 -> exceptions.pendingInterrupts();
            case 0xED00 -> CPUID;
            case 0xED04 -> interruptState();
            case 0xED08 -> vectorTable;
            case 0xED0C -> KEY_READ;
            case 0xED10 -> sleepControl | (exceptions.eventOnPending() ? 0x10 : 0);
            case 0xED14 -> STACK_ALIGN_AND_UNALIGNED_TRAP;
            case 0xED1C -> exceptions.priority(Exceptions.SVCALL) << 24;
            case 0xED20 -> exceptions.priority(Exceptions.PENDSV) << 16
                    | exceptions.priority(Exceptions.SYSTICK) << 24;
            case 0xED24 -> exceptions.isPending(Exceptions.SVCALL) ? 1 << 15 : 0;
            default -> debug.read(offset);
        };
    }

    private void writeWord(int offset, int value) {
        if (offset >= 0xE400 && offset < 0xE420) {
            writePriorities(offset - 0xE400, value);
            return;
        }
        switch (offset) {
            case 0xE010, 0xE014, 0xE018 -> ticker.write(offset - 0xE010 >> 2, value);
            case 0xE100 -> exceptions.enableInterrupts(value);
            case 0xE180 -> exceptions.disableInterrupts(value);
            case 0xE200 -> exceptions.pendInterrupts(value);
            case 0xE280 -> exceptions.unpendInterrupts(value);
            case 0xED04 -> changeInterruptState(value);
            case 0xED08 -> vectorTable = value & VECTOR_TABLE;
            case 0xED0C -> {
                if ((value & 0xFFFF_0000) == KEY_WRITE && (value & RESET_REQUEST) != 0) {
                    core.requestReset();
                }
            }
            case 0xED10 -> {
                sleepControl = value & 6;
                exceptions.setEventOnPending((value & 0x10) != 0);
            }
            case 0xED1C -> exceptions.setPriority(Exceptions.SVCALL, value >>> 24);
            case 0xED20 -> {
                exceptions.setPriority(Exceptions.PENDSV, value >>> 16 & 0xFF);
                exceptions.setPriority(Exceptions.SYSTICK, value >>> 24);
            }
            default -> debug.write(offset, value);
        }
    }

    private int readPriorities(int offset) {
        int value = 0;
        for (int index = 0; index < 4; index++) {
            value |= exceptions.priority(Exceptions.FIRST_INTERRUPT + offset + index) << 8 * index;
        }
        return value;
    }

    private void writePriorities(int offset, int value) {
        for (int index = 0; index < 4; index++) {
            exceptions.setPriority(Exceptions.FIRST_INTERRUPT + offset + index, value >>> 8 * index & 0xFF);
        }
    }

    private int interruptState() {
        int highest = exceptions.pendingAbove(Exceptions.THREAD);
        return core.registers().exception | highest << 12
                | (exceptions.anyInterruptPending() ? 1 << 22 : 0)
                | (exceptions.isPending(Exceptions.SYSTICK) ? 1 << 26 : 0)
                | (exceptions.isPending(Exceptions.PENDSV) ? 1 << 28 : 0)
                | (exceptions.isPending(Exceptions.NMI) ? 1 << 31 : 0);
    }

    private void changeInterruptState(int value) {
        if (value < 0) {
            exceptions.pend(Exceptions.NMI);
        }
        if ((value & 1 << 28) != 0) {
            exceptions.pend(Exceptions.PENDSV);
        } else if ((value & 1 << 27) != 0) {
            exceptions.unpend(Exceptions.PENDSV);
        }
        if ((value & 1 << 26) != 0) {
            exceptions.pend(Exceptions.SYSTICK);
        } else if ((value & 1 << 25) != 0) {
            exceptions.unpend(Exceptions.SYSTICK);
        }
    }
}
