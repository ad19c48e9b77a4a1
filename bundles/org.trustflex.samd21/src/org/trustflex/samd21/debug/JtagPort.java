package org.trustflex.samd21.debug;

/** A JTAG debug port: the TAP of IEEE 1149.1 with the registers of ARM IHI 0031, chapter B3. */
final class JtagPort {

    private static final int IDCODE = 0x4BA0_0477;
    private static final int IR_ABORT = 0x8;
    private static final int IR_DPACC = 0xA;
    private static final int IR_APACC = 0xB;
    private static final int IR_IDCODE = 0xE;
    private static final int IR_LENGTH = 4;
    private static final int IR_CAPTURED = 1;
    private static final int ACCESS_LENGTH = 35;
    private static final int ACK_OK = 0b010;

    private final DebugAccess access;
    private State state = State.RESET;
    private int instruction = IR_IDCODE;
    private long shift;
    private int length = 1;
    private int previous;

    /** The states of the TAP, each with where it goes for TMS 0 and 1. */
    private enum State {
        RESET, IDLE, SELECT_DR, CAPTURE_DR, SHIFT_DR, EXIT1_DR, PAUSE_DR, EXIT2_DR, UPDATE_DR, SELECT_IR, CAPTURE_IR,
        SHIFT_IR, EXIT1_IR, PAUSE_IR, EXIT2_IR, UPDATE_IR;

        State next(boolean tms) {
            return switch (this) {
                case RESET -> tms ? RESET : IDLE;
                case IDLE, UPDATE_DR, UPDATE_IR -> tms ? SELECT_DR : IDLE;
                case SELECT_DR -> tms ? SELECT_IR : CAPTURE_DR;
                case CAPTURE_DR, SHIFT_DR -> tms ? EXIT1_DR : SHIFT_DR;
                case EXIT1_DR -> tms ? UPDATE_DR : PAUSE_DR;
                case PAUSE_DR -> tms ? EXIT2_DR : PAUSE_DR;
                case EXIT2_DR -> tms ? UPDATE_DR : SHIFT_DR;
                case SELECT_IR -> tms ? RESET : CAPTURE_IR;
                case CAPTURE_IR, SHIFT_IR -> tms ? EXIT1_IR : SHIFT_IR;
                case EXIT1_IR -> tms ? UPDATE_IR : PAUSE_IR;
                case PAUSE_IR -> tms ? EXIT2_IR : PAUSE_IR;
                case EXIT2_IR -> tms ? UPDATE_IR : SHIFT_IR;
            };
        }
    }

    JtagPort(DebugAccess access) {
        this.access = access;
    }

    /** The level of TDO. */
    boolean tdo() {
        return (shift & 1) != 0;
    }

    void reset() {
        state = State.RESET;
        instruction = IR_IDCODE;
    }

    /** A rising edge of TCK. */
    void clock(boolean tms, boolean tdi) {
        switch (state) {
            case CAPTURE_DR -> captureData();
            case CAPTURE_IR -> {
                shift = IR_CAPTURED;
                length = IR_LENGTH;
            }
            case SHIFT_DR, SHIFT_IR -> shift = shift >>> 1 | (tdi ? 1L << length - 1 : 0);
            default -> {
                // The other states only lead on.
            }
        }
        state = state.next(tms);
        switch (state) {
            case RESET -> instruction = IR_IDCODE;
            case UPDATE_IR -> instruction = (int) shift;
            case UPDATE_DR -> updateData();
            default -> {
                // The other states only lead on.
            }
        }
    }

    private void captureData() {
        switch (instruction) {
            case IR_IDCODE -> {
                shift = IDCODE & 0xFFFF_FFFFL;
                length = 32;
            }
            case IR_DPACC, IR_APACC, IR_ABORT -> {
                // The answer to the transaction before.
                shift = (previous & 0xFFFF_FFFFL) << 3 | ACK_OK;
                length = ACCESS_LENGTH;
            }
            default -> {
                shift = 0;
                length = 1;
            }
        }
    }

    private void updateData() {
        int value = (int) (shift >>> 3);
        int address = (int) shift << 1 & 0xC;
        boolean read = (shift & 1) != 0;
        if (instruction == IR_DPACC) {
            if (read) {
                // RDBUFF of a JTAG-DP reads as zero, and gives the answer before it its scan.
                previous = address == 0xC ? 0 : access.readPort(address);
            } else {
                access.writePort(address, value);
                if (address == 0x4) {
                    access.clearErrors(value);
                }
            }
        } else if (instruction == IR_APACC) {
            if (read) {
                previous = access.readAccess(address);
            } else {
                access.writeAccess(address, value);
            }
        }
    }
}
