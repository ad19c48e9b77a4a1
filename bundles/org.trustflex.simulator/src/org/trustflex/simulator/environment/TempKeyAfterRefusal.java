package org.trustflex.simulator.environment;

/**
 * What becomes of TempKey when a command that uses or makes it is refused. The 508A data sheet, section 2.5.1, prints
 * rules for each command; the TFLXTLS data sheet, section 3.1, says only that TempKey may or may not be cleared.
 */
public enum TempKeyAfterRefusal {
    /** Cleared, as the 508A data sheet says. The default. */
    CLEARED,
    /** Kept as it was before. */
    KEPT
}
