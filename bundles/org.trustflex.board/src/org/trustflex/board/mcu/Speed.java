package org.trustflex.board.mcu;

/** How fast device time passes. */
public enum Speed {
    /** As fast as this machine can. */
    MAX,
    /** As time on the wall, for people who watch. */
    REAL
}
