package org.trustflex.samd21.peripherals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.trustflex.samd21.UartListener;
import org.trustflex.samd21.core.Alarm;
import org.trustflex.samd21.core.Clock;

/** The USART side of a SERCOM: internal clock, asynchronous, one frame at a time at the rate of BAUD (section 26). */
public final class Usart {

    private static final int EMPTY = 1;
    private static final int COMPLETE = 2;
    private static final int RECEIVED = 4;
    private static final int STATUS_OVERFLOW = 4;
    private static final int TRANSMITTER = 1 << 16;
    private static final int RECEIVER = 1 << 17;
    private static final int BUFFERED = 2;
    private static final int BAUD = 0x0C;

    private final Sercom sercom;
    private final InterruptFlags interrupts;
    private final SerialPins pins;
    private final int number;
    private final Alarm sent;
    private final Alarm arrived;
    private final Clock clock;
    private final Map<Integer, List<UartListener>> listeners = new HashMap<>();
    private final Queue<Integer> incoming = new ArrayDeque<>();
    private final Queue<Integer> received = new ArrayDeque<>();
    private int incomingPin;
    private int incomingBaud;
    private int waiting = -1;
    private int shifting = -1;
    private int status;

    Usart(Sercom sercom, Clock clock, InterruptFlags interrupts, SerialPins pins, int number) {
        this.sercom = sercom;
        this.clock = clock;
        this.interrupts = interrupts;
        this.pins = pins;
        this.number = number;
        this.sent = clock.alarm(this::finishFrame);
        this.arrived = clock.alarm(this::arrive);
    }

    /** Adds somebody who listens at a pin. */
    public void listen(int pin, UartListener listener) {
        listeners.computeIfAbsent(pin, any -> new ArrayList<>()).add(listener);
    }

    /** Sends bytes to a pin from outside, one after the other, with ten bits for each. */
    public void receive(int pin, int baud, byte[] bytes) {
        incomingPin = pin;
        incomingBaud = baud;
        for (byte value : bytes) {
            incoming.add(value & 0xFF);
        }
        if (!arrived.isSet() && !incoming.isEmpty()) {
            arrived.setIn(clock.cyclesOf(10, baud));
        }
    }

    void reset() {
        waiting = -1;
        shifting = -1;
        status = 0;
        received.clear();
        sent.cancel();
    }

    int status() {
        return status;
    }

    void clearStatus(int value) {
        status &= ~value;
    }

    void clearFlags(int value) {
        interrupts.clear(value & ~(EMPTY | RECEIVED));
    }

    /** Follows the control registers. */
    void update() {
        if (!sercom.isUsart()) {
            return;
        }
        if ((sercom.value(Sercom.CTRLB) & TRANSMITTER) == 0 || waiting >= 0) {
            interrupts.clear(EMPTY);
        } else {
            interrupts.set(EMPTY);
        }
        if ((sercom.value(Sercom.CTRLB) & RECEIVER) == 0) {
            received.clear();
            interrupts.clear(RECEIVED);
        }
    }

    void writeData(int value) {
        if (!sercom.isUsart() || (sercom.value(Sercom.CTRLB) & TRANSMITTER) == 0) {
            return;
        }
        interrupts.clear(COMPLETE);
        if (shifting < 0) {
            start(value);
        } else {
            waiting = value;
            interrupts.clear(EMPTY);
        }
    }

    int readData() {
        Integer value = received.poll();
        if (received.isEmpty()) {
            interrupts.clear(RECEIVED);
        }
        return value == null ? 0 : value;
    }

    private void start(int value) {
        shifting = value;
        sent.setIn(clock.cyclesOf(frameBits(), Math.max(1, baud())));
    }

    private void finishFrame() {
        int value = shifting & (1 << dataBits()) - 1;
        shifting = -1;
        int pad = (sercom.value(Sercom.CTRLA) >>> 16 & 3) == 1 ? 2 : 0;
        int pin = pins.pin(number, pad);
        if (sercom.isUsart()) {
            for (UartListener listener : listeners.getOrDefault(pin, List.of())) {
                listener.sent(value, baud());
            }
        }
        if (waiting >= 0) {
            int next = waiting;
            waiting = -1;
            start(next);
            update();
        } else {
            interrupts.set(COMPLETE);
        }
    }

    private void arrive() {
        Integer value = incoming.poll();
        int pad = sercom.value(Sercom.CTRLA) >>> 20 & 3;
        boolean listening = sercom.isUsart() && (sercom.value(Sercom.CTRLB) & RECEIVER) != 0
                && pins.pin(number, pad) == incomingPin;
        if (listening && value != null) {
            if (received.size() > BUFFERED) {
                status |= STATUS_OVERFLOW;
            } else {
                received.add(value);
                interrupts.set(RECEIVED);
            }
        }
        if (!incoming.isEmpty()) {
            arrived.setIn(clock.cyclesOf(10, incomingBaud));
        }
    }

    private int dataBits() {
        int code = sercom.value(Sercom.CTRLB) & 7;
        return code == 0 ? 8 : code == 1 ? 9 : code;
    }

    private int frameBits() {
        boolean parity = (sercom.value(Sercom.CTRLA) >>> 24 & 1) != 0;
        boolean twoStops = (sercom.value(Sercom.CTRLB) & 1 << 6) != 0;
        return 2 + dataBits() + (parity ? 1 : 0) + (twoStops ? 1 : 0);
    }

    /** The rate in bits per second (data sheet, table 25-2). */
    private int baud() {
        int control = sercom.value(Sercom.CTRLA) >>> 13 & 7;
        int register = sercom.value(BAUD) & 0xFFFF;
        long hertz = sercom.hertz();
        return switch (control) {
            case 1 -> fractional(hertz, 16, register);
            case 2 -> arithmetic(hertz, 8, register);
            case 3 -> fractional(hertz, 8, register);
            case 4 -> arithmetic(hertz, 3, register);
            default -> arithmetic(hertz, 16, register);
        };
    }

    private static int arithmetic(long hertz, int samples, int register) {
        return (int) (hertz * (65_536 - register) / (65_536L * samples));
    }

    private static int fractional(long hertz, int samples, int register) {
        long eighths = 8L * (register & 0x1FFF) + (register >>> 13);
        return eighths == 0 ? 0 : (int) (hertz * 8 / (samples * eighths));
    }
}
