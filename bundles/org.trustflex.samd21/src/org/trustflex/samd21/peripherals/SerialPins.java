package org.trustflex.samd21.peripherals;

/** Which pin brings which pad of which SERCOM outside, with the function it must have (data sheet, table 7-1). */
public final class SerialPins {

    private static final int NONE = -1;
    /** By pin: SERCOM and pad of function C, then of function D, as ten times the number plus the pad; -1 for none. */
    private static final int[][] PADS = new int[32][];

    static {
        int[][] rows = { { 0, NONE, 10 }, { 1, NONE, 11 }, { 4, NONE, 0 }, { 5, NONE, 1 }, { 6, NONE, 2 },
                { 7, NONE, 3 },
                { 8, 0, 20 }, { 9, 1, 21 }, { 10, 2, 22 }, { 11, 3, 23 }, { 14, 22, NONE }, { 15, 23, NONE },
                { 16, 10, 30 }, { 17, 11, 31 }, { 18, 12, 32 }, { 19, 13, 33 }, { 22, 30, NONE }, { 23, 31, NONE },
                { 24, 32, NONE }, { 25, 33, NONE }, { 30, NONE, 12 }, { 31, NONE, 13 } };
        for (int[] row : rows) {
            PADS[row[0]] = row;
        }
    }

    private final Port port;

    /** Looks at the pins of a port. */
    public SerialPins(Port port) {
        this.port = port;
    }

    /** The pin that is given to a pad of an instance now, or -1. */
    int pin(int instance, int pad) {
        int wanted = 10 * instance + pad;
        for (int pin = 0; pin < PADS.length; pin++) {
            int[] row = PADS[pin];
            if (row != null && (row[1] == wanted && port.hasFunction(pin, Port.FUNCTION_C)
                    || row[2] == wanted && port.hasFunction(pin, Port.FUNCTION_D))) {
                return pin;
            }
        }
        return NONE;
    }
}
