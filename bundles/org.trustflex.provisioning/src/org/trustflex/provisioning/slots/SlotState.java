package org.trustflex.provisioning.slots;

/** What a slot holds, as far as the device tells. */
public enum SlotState {
    /** Never written: all zeros or all ones, in a public key slot wherever the key would stand. */
    EMPTY("empty"),
    /** A secret that can't be read; whether one was written can't be told. */
    SECRET("secret"),
    /** A public key that the authority made valid. */
    VALID("valid"),
    /** A public key that is not valid, or not valid any more. */
    INVALIDATED("invalidated"),
    /** Readable content: a public key that needs no validation, a certificate, other data. */
    DATA("data"),
    /** A private key. */
    PRIVATE_KEY("private-key");

    private final String word;

    SlotState(String word) {
        this.word = word;
    }

    /** The state in one word. */
    public String word() {
        return word;
    }
}
