package org.trustflex.samd21;

import java.time.Duration;

import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Core;
import org.trustflex.samd21.core.CoreFault;
import org.trustflex.samd21.core.Registers;
import org.trustflex.samd21.peripherals.Peripherals;
import org.trustflex.samd21.peripherals.SystemBus;

/**
 * A simulated SAMD21E18A under power, from power-on on. Taking the power away is to forget the object; the
 * {@link NonVolatileMemory} stays.
 *
 * <p>Time passes only in {@link #run}. Used by one thread at a time.
 */
public final class Samd21 {

    private final Clock clock = new Clock();
    private final SystemBus bus = new SystemBus(this::instructionAddress);
    private final Core core;
    private final Peripherals peripherals;
    private boolean resetPending;
    private ResetCause pendingCause = ResetCause.SYSTEM;

    private Samd21(NonVolatileMemory memory) {
        core = new Core(clock, memory.flash(), bus);
        peripherals = new Peripherals(bus, core, clock, memory, () -> requestReset(ResetCause.WATCHDOG));
        core.onResetRequest(() -> requestReset(ResetCause.SYSTEM));
    }

    /** Gives power to a part. It begins at the reset vector when it is {@link #run}. */
    public static Samd21 powerOn(NonVolatileMemory memory) {
        Samd21 part = new Samd21(memory);
        part.reset(ResetCause.POWER_ON);
        return part;
    }

    /** Lets device time pass: the program runs, or sleeps. While a debugger halts it no time passes. */
    public void run(Duration time) {
        Duration end = time().plus(time);
        while (time().compareTo(end) < 0 && !core.debug().isHalted()) {
            // The program may change its own frequency, so that the rest takes other cycles than thought.
            runCycles(Math.min(clock.cyclesOf(end.minus(time())), clock.hertz()));
        }
    }

    /** Lets processor cycles pass; an instruction that has begun is finished. */
    public void runCycles(long cycles) {
        long end = clock.cycles() + cycles;
        while (clock.cycles() < end && !core.debug().isHalted()) {
            core.run(end - clock.cycles());
            applyPendingReset();
        }
    }

    /** Resets the part, as its pin or its supply does. */
    public void reset(ResetCause cause) {
        peripherals.reset(cause);
        bus.forgetReports();
        core.reset();
    }

    /** Lets go of the reset pin while a debugger holds its clock low: the processor then waits for the debugger. */
    public void resetIntoDebugger() {
        reset(ResetCause.EXTERNAL);
        peripherals.service().extendReset();
    }

    /** The device time since power-on. */
    public Duration time() {
        return clock.time();
    }

    /** The processor cycles since power-on. */
    public long cycles() {
        return clock.cycles();
    }

    /** The frequency of the processor in hertz. */
    public long hertz() {
        return clock.hertz();
    }

    /** The address of the instruction that comes next. */
    public int programCounter() {
        return core.registers().get(Registers.PC);
    }

    private int instructionAddress() {
        return core.instructionAddress();
    }

    /** Whether the program can't go on until it is reset: it faulted while handling a fault. */
    public boolean isLockedUp() {
        return core.isLockedUp();
    }

    /** Whether a debugger halts the processor. */
    public boolean isHalted() {
        return core.debug().isHalted();
    }

    /** Connects a device to the pins of an I2C bus, such as SERCOM2 on PA08 and PA09. */
    public void connectI2c(int sercom, int dataPin, int clockPin, I2cDevice device) {
        peripherals.sercom(sercom).i2c().bus().wire(dataPin, clockPin);
        peripherals.sercom(sercom).i2c().bus().connect(device);
    }

    /** Listens to what a SERCOM sends at a pin, such as SERCOM3 at PA22. */
    public void listenUart(int sercom, int pin, UartListener listener) {
        peripherals.sercom(sercom).usart().listen(pin, listener);
    }

    /** Sends bytes to a pin of a SERCOM, such as SERCOM3 at PA23. They arrive one after the other from now on. */
    public void sendUart(int sercom, int pin, int baud, byte[] bytes) {
        peripherals.sercom(sercom).usart().receive(pin, baud, bytes);
    }

    /** Looks at a pin, 0 for PA00 to 31 for PA31. */
    public void listenPin(int pin, PinListener listener) {
        peripherals.port().listen(pin, listener);
    }

    /** The level of a pin. */
    public boolean isPinHigh(int pin) {
        return peripherals.port().isHigh(pin);
    }

    /** Drives a pin from outside. */
    public void drivePin(int pin, boolean high) {
        peripherals.port().drive(pin, high);
    }

    /** Opens a pin that was driven. */
    public void releasePin(int pin) {
        peripherals.port().release(pin);
    }

    /** Sets who is told of accesses that the simulation can't follow. */
    public void onUnmodelledAccess(UnmodelledAccessListener listener) {
        bus.onUnmodelledAccess(listener);
    }

    /**
     * Reads memory as a debugger does.
     *
     * @param size 1, 2 or 4 bytes
     * @throws CoreFault if nothing answers there
     */
    public int readMemory(int address, int size) {
        return core.memory().read(address, size);
    }

    /**
     * Writes memory as a debugger does, past the write protection of peripherals.
     *
     * @param size 1, 2 or 4 bytes
     * @throws CoreFault if nothing answers there
     */
    public void writeMemory(int address, int size, int value) {
        if (SystemBus.isPeripheral(address)) {
            bus.writeUnprotected(address, size, value);
        } else {
            core.memory().write(address, size, value);
        }
        applyPendingReset();
    }

    private void applyPendingReset() {
        if (resetPending) {
            resetPending = false;
            reset(pendingCause);
        }
    }

    private void requestReset(ResetCause cause) {
        resetPending = true;
        pendingCause = cause;
        core.stop();
    }
}
