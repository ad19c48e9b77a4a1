package org.trustflex.samd21.peripherals;

import java.util.Arrays;

import org.trustflex.samd21.core.Exceptions;

/** EIC: interrupts and events from pins (data sheet, section 21). Filters are not simulated, as pins don't bounce. */
public final class ExternalInterrupts extends RegisterBlock {

    private static final int INTERRUPT = 4;
    private static final int ENABLE = 2;
    private static final int LINES = 16;
    private static final int NMI_LINE = LINES;
    private static final int NONE = -1;
    /** The line of each pin with function A (data sheet, table 7-1); PA08 is the non-maskable one. */
    private static final int[] LINE_OF_PIN = { 0, 1, 2, 3, 4, 5, 6, 7, NMI_LINE, 9, 10, 11, NONE, NONE, 14, 15, 0, 1, 2,
            3,
            NONE, NONE, 6, 7, 12, 13, NONE, 15, 8, NONE, 10, 11 };
    private static final int RISE = 1;
    private static final int FALL = 2;
    private static final int BOTH = 3;
    private static final int HIGH = 4;
    private static final int LOW = 5;

    private final Port port;
    private final Exceptions exceptions;
    private final EventSystem events;
    private final InterruptFlags interrupts;
    private final int[] configuration = new int[2];
    private int control;
    private int nmiControl;
    private int nmiFlag;
    private int eventControl;
    private int wakeUp;

    /** Makes the controller, which looks at all pins. */
    public ExternalInterrupts(SystemBus bus, Port port, Exceptions exceptions, EventSystem events) {
        super(bus, 0x4000_1800);
        this.port = port;
        this.exceptions = exceptions;
        this.events = events;
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        registers(1, 0x00, 0x01, 0x02, 0x03);
        registers(4, 0x04, 0x08, 0x0C, 0x10, 0x14, 0x18, 0x1C);
        for (int pin = 0; pin < LINE_OF_PIN.length; pin++) {
            int watched = pin;
            port.listen(pin, (high, time) -> changed(watched, high));
        }
        reset();
    }

    @Override
    void reset() {
        control = 0;
        nmiControl = 0;
        nmiFlag = 0;
        eventControl = 0;
        wakeUp = 0;
        Arrays.fill(configuration, 0);
        interrupts.reset();
    }

    private void changed(int pin, boolean high) {
        int line = LINE_OF_PIN[pin];
        if (line == NONE || !port.hasFunction(pin, Port.FUNCTION_A)) {
            return;
        }
        if (line == NMI_LINE) {
            if (senses(nmiControl & 7, high, true)) {
                nmiFlag = 1;
                exceptions.pend(Exceptions.NMI);
            }
        } else if ((control & ENABLE) != 0 && senses(sense(line), high, true)) {
            detect(line);
        }
    }

    private void detect(int line) {
        interrupts.set(1 << line);
        if ((eventControl >>> line & 1) != 0) {
            events.generate(EventSystem.EXTERNAL_INTERRUPT_0 + line);
        }
    }

    /** Sets again what was cleared while its pin still is at the level asked for. */
    private void detectLevels() {
        for (int pin = 0; pin < LINE_OF_PIN.length; pin++) {
            int line = LINE_OF_PIN[pin];
            if (line != NONE && line != NMI_LINE && (control & ENABLE) != 0 && port.hasFunction(pin, Port.FUNCTION_A)
                    && senses(sense(line), port.isHigh(pin), false)) {
                detect(line);
            }
        }
    }

    private int sense(int line) {
        return configuration[line >>> 3] >>> 4 * (line & 7) & 7;
    }

    private static boolean senses(int sense, boolean high, boolean edge) {
        return switch (sense) {
            case RISE -> edge && high;
            case FALL -> edge && !high;
            case BOTH -> edge;
            case HIGH -> high;
            case LOW -> !high;
            default -> false;
        };
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00 -> control;
            case 0x02 -> nmiControl;
            case 0x03 -> nmiFlag;
            case 0x04 -> eventControl;
            case 0x08, 0x0C -> interrupts.enabled();
            case 0x10 -> interrupts.flags();
            case 0x14 -> wakeUp;
            case 0x18, 0x1C -> configuration[register - 0x18 >> 2];
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if ((value & 1) != 0) {
                    reset();
                } else {
                    control = value & ENABLE;
                    detectLevels();
                }
            }
            case 0x02 -> nmiControl = value & 15;
            case 0x03 -> nmiFlag &= ~value;
            case 0x04 -> eventControl = value & 0xFFFF;
            case 0x08 -> interrupts.disable(value);
            case 0x0C -> interrupts.enable(value);
            case 0x10 -> {
                interrupts.clear(value);
                detectLevels();
            }
            case 0x14 -> wakeUp = value & 0xFFFF;
            case 0x18, 0x1C -> {
                configuration[register - 0x18 >> 2] = value;
                detectLevels();
            }
            default -> {
                // STATUS is read-only.
            }
        }
    }
}
