package org.trustflex.samd21.peripherals;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntSupplier;

import org.trustflex.samd21.UnmodelledAccess;
import org.trustflex.samd21.UnmodelledAccess.Reason;
import org.trustflex.samd21.UnmodelledAccessListener;
import org.trustflex.samd21.core.CoreFault;
import org.trustflex.samd21.core.Device;

import org.jspecify.annotations.Nullable;

/**
 * Finds what an address belongs to: three peripheral bridges of 32 places each, the port again behind the single-cycle
 * bus, and the non-volatile memory beyond the flash array. What a program touches and nobody simulates is told once.
 */
public final class SystemBus implements Device {

    private static final int PLACES = 32;
    private static final int PLACE_BITS = 10;
    private static final int BRIDGES = 3;
    private static final int BRIDGE_B = 1;
    /**
     * The number of a peripheral in the masks of its bridge is its place, but for bridge B: DSU, NVMCTRL, PORT, DMAC, USB
     * and MTB have 1 to 6 (data sheet, sections 11.7 and 16.8.10).
     */
    private static final int[] PLACES_ON_B = { 0, 8, 16, 17, 18, 20, 24 };
    private static final int BRIDGE_A = 0x40;
    private static final int SINGLE_CYCLE = 0x60;
    private static final int AUXILIARY_END = 0x0100_0000;

    private final @Nullable Device[] places = new @Nullable Device[BRIDGES * PLACES];
    private final int[] writeProtection = new int[BRIDGES];
    private final int[] clockMasks = { -1, -1, -1 };
    private final Set<UnmodelledAccess> told = new HashSet<>();
    private final IntSupplier programCounter;
    private @Nullable Device port;
    private @Nullable Device nonVolatile;
    private UnmodelledAccessListener listener = access -> {
        // Nobody wants to know.
    };

    /**
     * Makes a bus with nothing on it.
     *
     * @param programCounter gives the address of the instruction that is executed
     */
    public SystemBus(IntSupplier programCounter) {
        this.programCounter = programCounter;
    }

    /** Sets who is told of accesses that nobody simulates. */
    public void onUnmodelledAccess(UnmodelledAccessListener accessListener) {
        listener = accessListener;
    }

    void attach(int base, Device device) {
        places[place(base)] = device;
    }

    void attachSingleCyclePort(Device device) {
        port = device;
    }

    void attachNonVolatile(Device device) {
        nonVolatile = device;
    }

    void setWriteProtection(int bridge, int mask) {
        writeProtection[bridge] = mask;
    }

    void setClockMask(int bridge, int mask) {
        clockMasks[bridge] = mask;
    }

    /** Another program may begin: what was told of the one before is told again. */
    public void forgetReports() {
        told.clear();
    }

    void report(int address, boolean write, int value, Reason reason) {
        // The same register is told once, wherever it is accessed from and whatever is written.
        if (told.add(new UnmodelledAccess(address, 0, write, 0, reason))) {
            listener.accessed(new UnmodelledAccess(address, programCounter.getAsInt(), write, value, reason));
        }
    }

    @Override
    public int read(int address, int size) {
        Device device = find(address, false, 0);
        return device == null ? 0 : device.read(offset(address), size);
    }

    @Override
    public void write(int address, int size, int value) {
        if (isBridge(address) && isInMask(writeProtection, address)) {
            throw CoreFault.busError(address);
        }
        writeUnprotected(address, size, value);
    }

    /** Writes as a debugger does, which the write protection of peripherals does not concern (section 11.6). */
    public void writeUnprotected(int address, int size, int value) {
        Device device = find(address, true, value);
        if (device != null) {
            device.write(offset(address), size, value);
        }
    }

    /** Whether an address belongs to the peripheral bridges. */
    public static boolean isPeripheral(int address) {
        return isBridge(address);
    }

    private @Nullable Device find(int address, boolean write, int value) {
        if (address >= 0 && address < AUXILIARY_END) {
            return nonVolatile;
        }
        if (address >>> 24 == SINGLE_CYCLE && (address & 0xFF_FFFF) < 0x200) {
            return port;
        }
        if (!isBridge(address)) {
            throw CoreFault.busError(address);
        }
        int place = place(address);
        Device device = places[place];
        Reason reason = null;
        if (device == null) {
            reason = Reason.NOT_SIMULATED;
        } else if (!isInMask(clockMasks, address)) {
            reason = Reason.CLOCK_OFF;
        }
        if (reason == null) {
            return device;
        }
        report(address, write, value, reason);
        return null;
    }

    private static boolean isInMask(int[] masks, int address) {
        int number = place(address) & PLACES - 1;
        if (bridge(address) == BRIDGE_B) {
            int place = number;
            number = PLACES_ON_B.length - 1;
            // What lies between two of them belongs to the lower one, as the DSU's table does.
            while (PLACES_ON_B[number] > place) {
                number--;
            }
        }
        return (masks[bridge(address)] >>> number & 1) != 0;
    }

    private static boolean isBridge(int address) {
        return bridge(address) >= 0 && bridge(address) < BRIDGES && (address & 0xFF_FFFF) < PLACES << PLACE_BITS;
    }

    private static int bridge(int address) {
        return (address >>> 24) - BRIDGE_A;
    }

    private static int place(int address) {
        return bridge(address) * PLACES + (address >>> PLACE_BITS & PLACES - 1);
    }

    private static int offset(int address) {
        return isBridge(address) ? address & (1 << PLACE_BITS) - 1 : address >>> 24 == SINGLE_CYCLE ? address & 0x1FF
                : address;
    }
}
