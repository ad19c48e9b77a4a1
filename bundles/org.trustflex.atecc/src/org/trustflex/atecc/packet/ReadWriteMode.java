package org.trustflex.atecc.packet;

/** Bits of Param1 of Read and Write beside the zone number (TFLXTLS data sheet, sections 5.1.6 and 5.1.10). */
public final class ReadWriteMode {

    /** The zone number. */
    public static final int ZONE_MASK = 0x03;
    /** Write: the data is encrypted and a MAC follows. */
    public static final int ENCRYPTED = 0x40;
    /** 32 bytes instead of 4. */
    public static final int THIRTY_TWO_BYTES = 0x80;

    private ReadWriteMode() {
    }
}
