package org.trustflex.simulator;

/** What an element is doing (TFLXTLS data sheet, sections 7.2 to 7.4). */
public enum PowerState {
    /** Without power for good. */
    OFF,
    /** Volatile memory is lost; only a wake pulse is heard. */
    ASLEEP,
    /** Volatile memory is kept; only a wake pulse is heard. */
    IDLE,
    /** Commands are executed and the watchdog runs. */
    AWAKE
}
