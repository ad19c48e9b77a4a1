package org.trustflex.samd21.core;

/**
 * The processor: runs instructions, takes exceptions and returns from them, sleeps, faults, locks up, halts for a
 * debugger. Used by one thread at a time.
 */
public final class Core {

    private static final int ENTRY_CYCLES = 15;
    private static final int RETURN_CYCLES = 13;
    private static final int TAIL_CHAIN_CYCLES = 9;
    private static final int LOCKUP_ADDRESS = 0xFFFF_FFFE;
    private static final int FRAME = 32;
    private static final int ALIGNED = 1 << 9;
    private static final int TO_HANDLER = 0xFFFF_FFF1;
    private static final int TO_MAIN = 0xFFFF_FFF9;
    private static final int TO_PROCESS = 0xFFFF_FFFD;

    private enum Sleep {
        AWAKE, FOR_INTERRUPT, FOR_EVENT
    }

    private final Clock clock;
    private final Memory memory;
    private final Registers registers = new Registers();
    private final Exceptions exceptions;
    private final DebugUnit debug;
    private final SystemSpace space;
    private final Interpreter interpreter;
    private Runnable resetRequest = this::reset;
    private Sleep sleep = Sleep.AWAKE;
    private boolean lockedUp;
    private boolean held;

    /**
     * Makes a processor, not yet reset.
     *
     * @param flash  the contents of the flash, used as they are
     * @param others answers for addresses that are neither flash, SRAM nor the processor's own; offsets are addresses
     */
    public Core(Clock clock, byte[] flash, Device others) {
        this.clock = clock;
        this.exceptions = new Exceptions(clock);
        this.debug = new DebugUnit(this, clock);
        this.space = new SystemSpace(this, exceptions, new SysTick(clock, exceptions), debug);
        this.memory = new Memory(clock, flash, new PrivateBus(space, others));
        this.interpreter = new Interpreter(registers, memory, clock, new SystemInstructions(this, registers, clock));
    }

    /** The registers, to be looked at or changed while nothing runs. */
    public Registers registers() {
        return registers;
    }

    /** The address of the instruction that is being executed, or else was executed last. */
    public int instructionAddress() {
        return registers.pc;
    }

    /** The memory as the processor sees it. */
    public Memory memory() {
        return memory;
    }

    /** The interrupt controller. */
    public Exceptions exceptions() {
        return exceptions;
    }

    /** What a debugger sees of the processor. */
    public DebugUnit debug() {
        return debug;
    }

    /** Whether a fault within HardFault or NMI stopped it until reset, a debugger or an NMI. */
    public boolean isLockedUp() {
        return lockedUp;
    }

    /** Whether it sleeps in WFI, WFE or after an exception with SLEEPONEXIT. */
    public boolean isSleeping() {
        return sleep != Sleep.AWAKE;
    }

    /** Sets what a request through AIRCR does; resetting the processor alone unless set. */
    public void onResetRequest(Runnable action) {
        resetRequest = action;
    }

    /** Holds the processor in reset, or lets it go. */
    public void hold(boolean inReset) {
        held = inReset;
        clock.lookUp();
    }

    /** Resets the processor, which then begins at the reset vector. A debugger's settings stay. */
    public void reset() {
        registers.reset();
        exceptions.reset();
        space.reset();
        sleep = Sleep.AWAKE;
        lockedUp = false;
        registers.setMainStack(memory.read(0, 4));
        int start = memory.read(4, 4);
        registers.next = start & ~1;
        registers.pc = registers.next;
        registers.thumb = (start & 1) != 0;
        debug.afterReset();
        clock.lookUp();
    }

    /** Runs for a number of cycles; an instruction that has begun is finished. Returns early when halted. */
    public void run(long cycles) {
        clock.setLimit(clock.cycles() + cycles);
        clock.lookUp();
        while (attend()) {
            try {
                if (debug.isWatching()) {
                    executeWatched();
                } else {
                    interpreter.execute();
                }
            } catch (CoreFault fault) {
                fault();
            }
        }
    }

    /** Ends {@link #run} after the instruction that is being executed. */
    public void stop() {
        clock.setLimit(clock.cycles());
        clock.lookUp();
    }

    /** Looks at everything but instructions. Returns whether to go on. */
    private boolean attend() {
        clock.ringDueAlarms();
        if (debug.isHalted()) {
            return false;
        }
        if (!held) {
            takeException();
        }
        if (clock.cycles() >= clock.limit()) {
            return false;
        }
        if (held || lockedUp || sleep != Sleep.AWAKE && !wakes()) {
            clock.skipToNext();
            clock.lookUp();
            return true;
        }
        if (debug.stopsBefore(registers.next)) {
            return false;
        }
        if (!registers.thumb) {
            registers.pc = registers.next;
            fault();
            return true;
        }
        clock.lookDown();
        return true;
    }

    private void executeWatched() {
        debug.beforeInstruction();
        clock.attention = clock.cycles + 1;
        try {
            interpreter.execute();
        } finally {
            debug.afterInstruction();
            clock.lookUp();
        }
    }

    private boolean wakes() {
        // PRIMASK keeps an exception from being taken, not from waking (ARMv6-M manual, B1.5.19).
        boolean interrupt = exceptions.pendingAbove(exceptions.executionPriority(false)) != 0;
        if (interrupt || sleep == Sleep.FOR_EVENT && exceptions.takeEvent()) {
            sleep = Sleep.AWAKE;
            return true;
        }
        return false;
    }

    private void takeException() {
        int number = exceptions.pendingAbove(exceptions.executionPriority(registers.masked));
        if (number == 0 || debug.masks(number)) {
            return;
        }
        lockedUp = false;
        sleep = Sleep.AWAKE;
        enter(number);
    }

    private void enter(int number) {
        int link = registers.exception != 0 ? TO_HANDLER : registers.processStack ? TO_PROCESS : TO_MAIN;
        int target = number;
        try {
            pushFrame();
        } catch (CoreFault derived) {
            target = derive(number);
        }
        clock.cycles += ENTRY_CYCLES;
        handle(target, link);
    }

    private void pushFrame() {
        int stack = registers.r[Registers.SP];
        boolean odd = (stack & 4) != 0;
        int frame = (stack & ~7) - FRAME;
        registers.r[Registers.SP] = frame;
        for (int index = 0; index < 4; index++) {
            memory.write(frame + 4 * index, 4, registers.r[index]);
        }
        memory.write(frame + 16, 4, registers.r[12]);
        memory.write(frame + 20, 4, registers.r[Registers.LR]);
        memory.write(frame + 24, 4, registers.next);
        memory.write(frame + 28, 4, registers.xpsr() & ~ALIGNED | (odd ? ALIGNED : 0));
    }

    /** What is handled when the stack or the vector of an exception can't be reached. */
    private int derive(int number) {
        if (number > Exceptions.HARD_FAULT && exceptions.executionPriority(false) >= 0) {
            return Exceptions.HARD_FAULT;
        }
        lockUp();
        return 0;
    }

    private void handle(int number, int link) {
        if (number == 0) {
            return;
        }
        registers.exception = number;
        registers.selectProcessStack(false);
        registers.r[Registers.LR] = link;
        exceptions.activate(number);
        int vector;
        try {
            vector = memory.read(space.vectorTable() + 4 * number, 4);
        } catch (CoreFault derived) {
            handle(derive(number), link);
            return;
        }
        registers.next = vector & ~1;
        registers.pc = registers.next;
        registers.thumb = (vector & 1) != 0;
        if (number == Exceptions.HARD_FAULT) {
            debug.onHardFault();
        }
    }

    /** A return from an exception. A value that is none, or does not fit what is active, is a fault there and then. */
    void returnFromException(int value) {
        exceptions.deactivate(registers.exception);
        boolean nested = exceptions.anyActive();
        boolean fits = nested ? value == TO_HANDLER : value == TO_MAIN || value == TO_PROCESS;
        if (!fits) {
            registers.pc = registers.next;
            chain(Exceptions.HARD_FAULT, value);
            return;
        }
        int next = exceptions.pendingAbove(exceptions.executionPriority(registers.masked));
        if (next != 0 && !debug.masks(next)) {
            chain(next, value);
            return;
        }
        try {
            registers.exception = 0;
            registers.selectProcessStack(value == TO_PROCESS);
            popFrame(nested);
            clock.cycles += RETURN_CYCLES - 2;
        } catch (CoreFault derived) {
            chain(Exceptions.HARD_FAULT, value);
            return;
        }
        if (!nested && space.sleepsOnExit()) {
            sleep = Sleep.FOR_INTERRUPT;
        }
    }

    private void chain(int number, int link) {
        clock.cycles += TAIL_CHAIN_CYCLES - 2;
        handle(number, link);
        clock.lookUp();
    }

    private void popFrame(boolean nested) {
        int frame = registers.r[Registers.SP];
        int[] words = new int[FRAME / 4];
        for (int index = 0; index < words.length; index++) {
            words[index] = memory.read(frame + 4 * index, 4);
        }
        System.arraycopy(words, 0, registers.r, 0, 4);
        registers.r[12] = words[4];
        registers.r[Registers.LR] = words[5];
        registers.next = words[6] & ~1;
        registers.setXpsr(words[7]);
        if (!nested) {
            registers.exception = 0;
        }
        registers.r[Registers.SP] = frame + FRAME | ((words[7] & ALIGNED) != 0 ? 4 : 0);
    }

    private void fault() {
        escalate(registers.pc);
    }

    private void escalate(int returnAddress) {
        registers.next = returnAddress;
        if (exceptions.executionPriority(false) < 0) {
            lockUp();
        } else {
            exceptions.pend(Exceptions.HARD_FAULT);
        }
    }

    private void lockUp() {
        lockedUp = true;
        registers.next = LOCKUP_ADDRESS;
        clock.lookUp();
    }

    /** A debugger that halts a locked-up processor takes it out of lockup. */
    void leaveLockup() {
        lockedUp = false;
        sleep = Sleep.AWAKE;
    }

    void requestReset() {
        resetRequest.run();
    }

    void supervisorCall() {
        int priority = exceptions.executionPriority(registers.masked);
        if (exceptions.priority(Exceptions.SVCALL) >= priority) {
            // It becomes a HardFault, and keeps its own return address: that of the next instruction.
            escalate(registers.next);
        } else {
            exceptions.pend(Exceptions.SVCALL);
        }
    }

    void breakpoint() {
        if (!debug.onBreakpointInstruction()) {
            throw new CoreFault(CoreFault.Cause.BREAKPOINT, registers.pc);
        }
        // The debugger sees the BKPT itself.
        registers.next = registers.pc;
        clock.lookUp();
    }

    void waitForInterrupt() {
        sleep = Sleep.FOR_INTERRUPT;
        clock.lookUp();
    }

    void waitForEvent() {
        if (!exceptions.takeEvent()) {
            sleep = Sleep.FOR_EVENT;
            clock.lookUp();
        }
    }

    void sendEvent() {
        exceptions.setEvent();
    }

    /** Sends the processor's own addresses to itself. */
    private record PrivateBus(Device own, Device others) implements Device {

        private static final int MEGABYTE_BITS = 20;

        private boolean isOwn(int address) {
            return address >>> MEGABYTE_BITS == SystemSpace.BASE >>> MEGABYTE_BITS;
        }

        @Override
        public int read(int address, int size) {
            return isOwn(address) ? own.read(address - SystemSpace.BASE, size) : others.read(address, size);
        }

        @Override
        public void write(int address, int size, int value) {
            if (isOwn(address)) {
                own.write(address - SystemSpace.BASE, size, value);
            } else {
                others.write(address, size, value);
            }
        }
    }
}
