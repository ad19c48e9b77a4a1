package org.trustflex.atecc.packet;

/** Param1 of Counter (508A data sheet, section 9.3). */
public final class CounterMode {

    public static final int READ = 0x00;
    public static final int INCREMENT = 0x01;
    /** The highest value of a counter. */
    public static final int MAXIMUM = 2_097_151;

    private CounterMode() {
    }
}
