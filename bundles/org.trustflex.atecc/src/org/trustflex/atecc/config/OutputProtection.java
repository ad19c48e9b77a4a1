package org.trustflex.atecc.config;

/** What ChipOptions says about the results of ECDH and KDF (configuration bytes 90 and 91). */
public enum OutputProtection {
    /** The mode of the command decides. */
    CLEAR_ALLOWED,
    /** Results go out encrypted only. */
    ENCRYPTED_ONLY,
    /** Results stay in the element. */
    FORBIDDEN
}
