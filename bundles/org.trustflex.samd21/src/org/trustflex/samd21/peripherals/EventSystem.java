package org.trustflex.samd21.peripherals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.trustflex.samd21.core.Exceptions;

/** EVSYS: brings events from peripherals to others on twelve channels, all of them at once (data sheet, section 24). */
public final class EventSystem extends RegisterBlock {

    /** Generator number of external interrupt 0; the others follow. */
    static final int EXTERNAL_INTERRUPT_0 = 0x0C;
    /** Generator number of the overflow of TC3; its two matches follow, then those of TC4 and TC5. */
    static final int TC3_OVERFLOW = 0x33;
    /** User number of TC3; TC4 and TC5 follow. */
    static final int TC3_USER = 0x12;

    private static final int INTERRUPT = 8;
    private static final int CHANNELS = 12;
    private static final int USERS = 0x1F;
    private static final int SOFTWARE_EVENT = 1 << 8;
    private static final int USERS_READY = 0x000F_00FF;

    private final InterruptFlags interrupts;
    private final int[] channels = new int[CHANNELS];
    private final int[] users = new int[USERS];
    private final Map<Integer, Runnable> actions = new HashMap<>();
    private int selectedChannel;
    private int selectedUser;

    /** Makes the event system. */
    public EventSystem(SystemBus bus, Exceptions exceptions) {
        super(bus, 0x4200_0400);
        this.interrupts = new InterruptFlags(exceptions, INTERRUPT);
        registers(1, 0x00);
        registers(2, 0x08);
        registers(4, 0x04, 0x0C, 0x10, 0x14, 0x18);
        reset();
    }

    /** Sets what a user does with an event. */
    void connect(int user, Runnable action) {
        actions.put(user, action);
    }

    /** An event of a generator. */
    void generate(int generator) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            if ((channels[channel] >>> 16 & 0x7F) == generator) {
                deliver(channel);
            }
        }
    }

    private void deliver(int channel) {
        for (int user = 0; user < USERS; user++) {
            if (users[user] == channel + 1) {
                actions.getOrDefault(user, () -> reportFunction(0x08, channel)).run();
            }
        }
        interrupts.set(1 << detected(channel));
    }

    /** The bit of "event detected": channels 0 to 7 in bits 8 to 15, the rest in bits 24 to 27. */
    private static int detected(int channel) {
        return channel < 8 ? 8 + channel : 16 + channel;
    }

    @Override
    void reset() {
        Arrays.fill(channels, 0);
        Arrays.fill(users, 0);
        selectedChannel = 0;
        selectedUser = 0;
        interrupts.reset();
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x04 -> channels[selectedChannel] | selectedChannel;
            case 0x08 -> users[selectedUser] << 8 | selectedUser;
            case 0x0C -> USERS_READY;
            case 0x10, 0x14 -> interrupts.enabled();
            case 0x18 -> interrupts.flags();
            default -> 0;
        };
    }

    @Override
    public void write(int offset, int size, int value) {
        // A byte written to the number selects what is read, and changes nothing.
        if (size == 1 && offset == 0x04) {
            selectedChannel = Math.min(value & 15, CHANNELS - 1);
        } else if (size == 1 && offset == 0x08) {
            selectedUser = Math.min(value & 31, USERS - 1);
        } else {
            super.write(offset, size, value);
        }
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if ((value & 1) != 0) {
                    reset();
                }
            }
            case 0x04 -> {
                selectedChannel = Math.min(value & 15, CHANNELS - 1);
                channels[selectedChannel] = value & 0x0F7F_0000;
                if ((value & SOFTWARE_EVENT) != 0) {
                    deliver(selectedChannel);
                }
            }
            case 0x08 -> {
                selectedUser = Math.min(value & 31, USERS - 1);
                users[selectedUser] = value >>> 8 & 31;
            }
            case 0x10 -> interrupts.disable(value);
            case 0x14 -> interrupts.enable(value);
            case 0x18 -> interrupts.clear(value);
            default -> {
                // CHSTATUS is read-only.
            }
        }
    }
}
