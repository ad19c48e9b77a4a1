package org.trustflex.board.mcu;

/**
 * The program in the MCU's flash.
 *
 * @param kind what it is to the host
 * @param text how it is called, such as "kit 2.2.0" or "firmware blink.elf"
 */
public record FlashedProgram(ProgramKind kind, String text) {

    /** Whether a kit answers. */
    public boolean isKit() {
        return kind == ProgramKind.KIT;
    }

    @Override
    public String toString() {
        return text;
    }
}
