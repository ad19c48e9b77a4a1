package org.trustflex.simulator.chip;

import java.util.Arrays;

import org.trustflex.atecc.host.TempKeyFlags;

/**
 * A valid TempKey (TFLXTLS data sheet, section 3.1).
 *
 * @param value      32 bytes, or 64 where a nonce of that length was passed through; only the first 32 are used so far
 * @param flags      where the value came from
 * @param privateKey whether it is a private key made by GenKey, which other commands must not use
 */
public record TempKey(byte[] value, TempKeyFlags flags, boolean privateKey) {

    private static final int LENGTH = 32;

    /** A nonce that a random number of the element went into: source 0. */
    public static TempKey randomNonce(byte[] value) {
        return new TempKey(value, new TempKeyFlags(0, false, false, false, false), false);
    }

    /** A value from outside: source 1. */
    public static TempKey passThrough(byte[] value) {
        return new TempKey(value, new TempKeyFlags(0, true, false, false, false), false);
    }

    /** A private key made by GenKey. */
    public static TempKey ofPrivateKey(byte[] key) {
        return new TempKey(key, new TempKeyFlags(0, false, false, false, false), true);
    }

    /** After GenDig over a data slot. */
    public TempKey afterGenDigOfSlot(byte[] digest, int slot, boolean noMac) {
        return new TempKey(digest, new TempKeyFlags(slot, flags.passThrough(), true, false, noMac), false);
    }

    /** After GenDig over anything else: the flags tell nothing about a slot. */
    public TempKey afterGenDig(byte[] digest) {
        return new TempKey(digest, new TempKeyFlags(0, flags.passThrough(), false, false, false), false);
    }

    /** After GenKey made a digest of the public key of a slot. */
    public TempKey afterGenKey(byte[] digest, int slot) {
        return new TempKey(digest, new TempKeyFlags(slot, flags.passThrough(), false, true, flags.noMac()), false);
    }

    /** The 32 bytes that commands compute with. */
    public byte[] first32() {
        return Arrays.copyOf(value, LENGTH);
    }
}
