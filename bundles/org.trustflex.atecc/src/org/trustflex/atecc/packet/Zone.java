package org.trustflex.atecc.packet;

import java.util.Optional;

/** The zones of the EEPROM as Read, Write, Lock and GenDig number them. */
public enum Zone {
    CONFIGURATION(0, 128),
    OTP(1, 64),
    DATA(2, 1208);

    private final int code;
    private final int size;

    Zone(int code, int size) {
        this.code = code;
        this.size = size;
    }

    /** The number in the low bits of Param1. */
    public int code() {
        return code;
    }

    /** The size in bytes. */
    public int size() {
        return size;
    }

    /** The zone with this number, if there is one. */
    public static Optional<Zone> fromCode(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }
}
