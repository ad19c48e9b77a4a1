package org.trustflex.samd21.peripherals;

/**
 * PAC: write protection of the peripherals of one bridge (section 11.6). A write of the program to one that is protected
 * is a bus error; a debugger writes regardless.
 */
public final class WriteProtection extends RegisterBlock {

    private static final int[] BASES = { 0x4000_0000, 0x4100_0000, 0x4200_0000 };
    private static final int BRIDGE_B = 1;
    private static final int DSU = 2;

    private final SystemBus bus;
    private final int bridge;
    private int mask;

    /** Makes the protection of bridge 0, 1 or 2. */
    public WriteProtection(SystemBus bus, int bridge) {
        super(bus, BASES[bridge]);
        this.bus = bus;
        this.bridge = bridge;
        registers(4, 0x00, 0x04);
        reset();
    }

    @Override
    void reset() {
        // Out of reset the DSU alone is protected (data sheet, section 11.7.2).
        protect(bridge == BRIDGE_B ? DSU : 0);
    }

    @Override
    int get(int register) {
        return mask;
    }

    @Override
    void set(int register, int value) {
        protect(register == 0x00 ? mask & ~value : mask | value);
    }

    private void protect(int bits) {
        mask = bits;
        bus.setWriteProtection(bridge, bits);
    }
}
