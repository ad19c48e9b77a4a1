package org.trustflex.atecc.packet;

/** Param1 of PrivWrite (508A data sheet, section 9.14). */
public final class PrivWriteMode {

    /** The key comes in the clear, which works only before the data zone is locked. */
    public static final int CLEAR = 0x00;
    /** The key comes encrypted, and a MAC follows. */
    public static final int ENCRYPTED = 0x40;

    private PrivWriteMode() {
    }
}
