package org.trustflex.samd21;

/** How fast device time passes. */
public enum Pace {
    /** As fast as the host can. */
    FULL_SPEED,
    /** Not faster than the clock on the wall, for people who watch. */
    REAL_TIME,
    /** Not at all, until the pace is another. */
    STOPPED
}
