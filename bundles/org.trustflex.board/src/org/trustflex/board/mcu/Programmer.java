package org.trustflex.board.mcu;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;

/** Writes programs into the flash of a board's MCU, in whatever way it is reached. */
public interface Programmer {

    /** How it does that, for logs, such as "the simulated board's own". */
    String description();

    /**
     * Erases what the image needs, writes it, verifies it, and resets the MCU, which then runs it. The user row is changed
     * only if the image has it.
     *
     * @throws LinkFailed        if the board can't be reached, or somebody has it
     * @throws ProgrammingFailed if a part of the flash is locked, or holds something else afterwards
     */
    void program(FlashImage image, ProgrammingListener listener) throws LinkFailed, ProgrammingFailed;

    /**
     * Makes the MCU what it was when the board was new: the factory program, which is the kit, and nothing else.
     *
     * @throws LinkFailed        if the board can't be reached, or somebody has it
     * @throws ProgrammingFailed if the flash is locked, or holds something else afterwards
     */
    void restoreFactoryProgram(ProgrammingListener listener) throws LinkFailed, ProgrammingFailed;
}
