package org.trustflex.atecc.packet;

/** Param1 of DeriveKey (508A data sheet, section 9.4). */
public final class DeriveKeyMode {

    /** TempKey must come from a pass-through nonce; without this bit from a random one. */
    public static final int SOURCE_FLAG = 0x04;

    private DeriveKeyMode() {
    }
}
