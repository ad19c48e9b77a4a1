package org.trustflex.firmware.flash;

/** How a run of a program ended, as its last line and the LED say. */
public enum Outcome {
    /** Its last line says status 00, or it printed none, and the LED blinks once a second. */
    SUCCEEDED,
    /** Its last line gives another status, or the LED blinks faster than once a second, or the processor is locked up. */
    FAILED,
    /** Neither line nor LED said anything in the time that it was given. */
    UNDECIDED
}
