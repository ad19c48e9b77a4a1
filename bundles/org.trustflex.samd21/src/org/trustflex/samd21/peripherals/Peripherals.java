package org.trustflex.samd21.peripherals;

import java.util.ArrayList;
import java.util.List;

import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.ResetCause;
import org.trustflex.samd21.core.Clock;
import org.trustflex.samd21.core.Core;
import org.trustflex.samd21.core.Exceptions;

/** All peripherals of the part, connected with each other and on the bus. */
public final class Peripherals {

    private static final int SERCOMS = 4;
    private static final int FIRST_TIMER = 3;
    private static final int LAST_TIMER = 5;

    private final PowerControl power;
    private final Port port;
    private final DeviceService service;
    private final List<Sercom> sercoms = new ArrayList<>();
    private final List<RegisterBlock> all = new ArrayList<>();

    /**
     * Makes the peripherals.
     *
     * @param resetPart what a reset by the watchdog does
     */
    public Peripherals(SystemBus bus, Core core, Clock clock, NonVolatileMemory memory, Runnable resetPart) {
        Exceptions exceptions = core.exceptions();
        power = add(new PowerControl(bus, clock, exceptions));
        Oscillators oscillators = add(new Oscillators(bus, exceptions));
        GenericClocks clocks = add(new GenericClocks(bus, oscillators, power));
        port = add(new Port(bus, clock));
        EventSystem events = add(new EventSystem(bus, exceptions));
        add(new ExternalInterrupts(bus, port, exceptions, events));
        add(new Watchdog(bus, clocks, clock, exceptions, resetPart));
        NvmController flash = add(new NvmController(bus, memory, core.memory().timing(), clock, exceptions));
        service = add(new DeviceService(bus, core, flash));
        SerialPins pins = new SerialPins(port);
        for (int number = 0; number < SERCOMS; number++) {
            sercoms.add(add(new Sercom(bus, number, clocks, clock, exceptions, pins)));
        }
        for (int number = FIRST_TIMER; number <= LAST_TIMER; number++) {
            add(new TimerCounter(bus, number, clocks, clock, exceptions, events));
        }
        for (int bridge = 0; bridge < 3; bridge++) {
            add(new WriteProtection(bus, bridge));
        }
    }

    private <T extends RegisterBlock> T add(T block) {
        all.add(block);
        return block;
    }

    /** Resets all of them. */
    public void reset(ResetCause cause) {
        all.forEach(RegisterBlock::reset);
        power.setResetCause(cause);
    }

    /** The pins. */
    public Port port() {
        return port;
    }

    /** The device service unit. */
    public DeviceService service() {
        return service;
    }

    /** The serial interface of a number. */
    public Sercom sercom(int number) {
        return sercoms.get(number);
    }
}
