package org.trustflex.samd21.debug;

/** The probe's end of a serial wire: it clocks, and drives the line or lets go of it. */
final class SwdWire {

    /** Nobody acknowledged, or something that is no acknowledge. */
    static final int NO_ACK = 7;
    /** What was read does not fit its parity. */
    static final int PARITY_ERROR = 8;

    private static final int DATA_BITS = 32;

    private final SwdPort port;
    private int turnaround = 1;
    private boolean alwaysData;
    private int idleCycles;
    private boolean line = true;
    private boolean clockHigh = true;
    private int value;

    SwdWire(SwdPort port) {
        this.port = port;
    }

    /**
     * Sets how transfers look.
     *
     * @param clocks clocks in which the line changes its direction, 1 to 4; the port needs 1
     * @param data   whether a refused transfer has its data all the same
     */
    void configure(int clocks, boolean data) {
        turnaround = clocks;
        alwaysData = data;
    }

    /** Sets how many clocks of rest follow each transfer. */
    void setIdleCycles(int clocks) {
        idleCycles = clocks;
    }

    /** Sets the line, without a clock. */
    void setLine(boolean level) {
        line = level;
    }

    /** Sets the clock's level; going high is a clock. */
    void setClock(boolean level) {
        if (level && !clockHigh) {
            port.clock(line);
        }
        clockHigh = level;
    }

    boolean isLineHigh() {
        return line;
    }

    boolean isClockHigh() {
        return clockHigh;
    }

    /** Sends bits, the lowest first. */
    void send(long bits, int count) {
        for (int bit = 0; bit < count; bit++) {
            line = (bits >>> bit & 1) != 0;
            port.clock(line);
        }
    }

    /** Lets go of the line and samples it, the first bit the lowest. At most 64 bits. */
    long receive(int count) {
        line = true;
        long bits = 0;
        for (int bit = 0; bit < count; bit++) {
            bits |= port.clock(true) ? 1L << bit : 0;
        }
        return bits;
    }

    /**
     * Transfers a word.
     *
     * @param header APnDP in bit 0, RnW in bit 1, address in bits 2 and 3, as CMSIS-DAP numbers them
     * @param data   what is written
     * @return the acknowledge, {@link #NO_ACK} or {@link #PARITY_ERROR}
     */
    int transfer(int header, int data) {
        boolean read = (header & 2) != 0;
        int parity = Integer.bitCount(header & 0xF) & 1;
        send(0x81 | (header & 0xF) << 1 | parity << 5, 8);
        receive(turnaround);
        int acknowledge = (int) receive(3);
        if (acknowledge == SwdPort.ACK_OK) {
            acknowledge = read ? receiveWord() : sendWord(data);
        } else if (acknowledge == SwdPort.ACK_FAULT) {
            refuse(read);
        } else {
            acknowledge = NO_ACK;
            // Backs off for as long as data would take, in case somebody sends them.
            receive(turnaround + DATA_BITS + 1);
        }
        send(0, idleCycles);
        line = true;
        return acknowledge;
    }

    private void refuse(boolean read) {
        if (alwaysData && read) {
            receive(DATA_BITS + 1);
        }
        receive(turnaround);
        if (alwaysData && !read) {
            send(0, DATA_BITS + 1);
        }
    }

    private int receiveWord() {
        value = (int) receive(DATA_BITS);
        boolean fits = receive(1) == (Integer.bitCount(value) & 1);
        receive(turnaround);
        return fits ? SwdPort.ACK_OK : PARITY_ERROR;
    }

    private int sendWord(int data) {
        receive(turnaround);
        send(data, DATA_BITS);
        send(Integer.bitCount(data) & 1, 1);
        return SwdPort.ACK_OK;
    }

    /** What the last transfer read. */
    int value() {
        return value;
    }
}
