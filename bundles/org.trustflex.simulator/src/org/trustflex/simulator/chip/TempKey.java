package org.trustflex.simulator.chip;

import java.util.Arrays;
import java.util.Optional;

import org.trustflex.atecc.host.TempKeyFlags;

/**
 * A valid TempKey (TFLXTLS data sheet, section 3.1).
 *
 * @param value       32 bytes, or 64 where as many were loaded; most commands use the first 32 only
 * @param flags       where the value came from
 * @param privateKey  whether it is a private key made by GenKey, which other commands must not use
 * @param certificate where SHA found a public key in the message of which this is the digest
 */
public record TempKey(byte[] value, TempKeyFlags flags, boolean privateKey, Optional<CertificateDigest> certificate) {

    private static final int LENGTH = 32;

    /** A value that is no digest of a certificate. */
    public TempKey(byte[] value, TempKeyFlags flags, boolean privateKey) {
        this(value, flags, privateKey, Optional.empty());
    }

    /** A nonce that a random number of the element went into: source 0. */
    public static TempKey randomNonce(byte[] value) {
        return new TempKey(value, new TempKeyFlags(0, false, false, false, false), false);
    }

    /** A value from outside: source 1. */
    public static TempKey passThrough(byte[] value) {
        return new TempKey(value, new TempKeyFlags(0, true, false, false, false), false);
    }

    /** The digest that SHA made, as if it had been passed through. */
    public static TempKey digest(byte[] value, Optional<CertificateDigest> certificate) {
        return new TempKey(value, passThrough(value).flags, false, certificate);
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

    /** With another lower half; the upper one stays where there is one. */
    public TempKey withLower(byte[] lower) {
        byte[] changed = value.clone();
        System.arraycopy(lower, 0, changed, 0, LENGTH);
        return new TempKey(changed, flags, false);
    }

    /** With another upper half. */
    public TempKey withUpper(byte[] upper) {
        byte[] changed = Arrays.copyOf(value, 2 * LENGTH);
        System.arraycopy(upper, 0, changed, LENGTH, LENGTH);
        return new TempKey(changed, flags, false);
    }

    /** The 32 bytes that commands compute with. */
    public byte[] first32() {
        return Arrays.copyOf(value, LENGTH);
    }
}
