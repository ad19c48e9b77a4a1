package org.trustflex.atecc.config;

/** What a slot allows the Write command to do (508A data sheet, table 2-8). */
public enum WritePolicy {
    /** In the clear, at any time. */
    ALWAYS,
    /** In the clear, but not while the public key in the slot is valid. */
    PUB_INVALID,
    NEVER,
    /** Encrypted with the write key and authenticated by a MAC. */
    ENCRYPTED
}
