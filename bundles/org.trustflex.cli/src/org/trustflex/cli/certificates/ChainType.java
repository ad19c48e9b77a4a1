package org.trustflex.cli.certificates;

/** Whose certificates a device is to hold. */
public enum ChainType {
    /** A chain of the user's own. */
    CUSTOM,
    /** The chain that the device was delivered with. */
    MCHP
}
