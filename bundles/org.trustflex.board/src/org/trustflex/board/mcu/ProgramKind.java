package org.trustflex.board.mcu;

/** What a program in the MCU's flash is to the host. */
public enum ProgramKind {
    /** The factory program, which answers for the secure elements by the kit protocol. */
    KIT,
    /** Somebody's own: nobody answers as a kit. */
    FIRMWARE,
    /** Nothing: the flash is empty where programs begin. */
    NONE
}
