package org.trustflex.board;

import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.FlashTool;

/**
 * A Trust Platform board. Everything above talks to it and never asks which kind it is. A board that is not opened costs
 * nothing and holds nothing.
 */
public interface Board {

    /** The board as it was when it was found. */
    BoardDescription description();

    /** "sim:" and the name, or "kit:" and the serial number of the board's TrustFLEX part. */
    default String id() {
        return description().id();
    }

    /**
     * The TrustFLEX element, at I2C address 0x6C. Its sessions are exclusive; closing one releases the board.
     *
     * @throws LinkFailed if the board has none
     */
    ElementSource element() throws LinkFailed;

    /** All elements that were found, in the kit's order. */
    List<ElementSource> elements();

    /** The program in the flash of its main MCU, as it was when the board was found. */
    default FlashedProgram flashedProgram() {
        return new FlashedProgram(ProgramKind.KIT, description().program());
    }

    /**
     * What writes programs into the flash of its main MCU. Each use of it takes the board and releases it.
     *
     * @throws LinkFailed if there is no way to that MCU; the message says what to use instead
     */
    Programmer programmer() throws LinkFailed;

    /**
     * What writes programs into the flash of its main MCU by somebody else's program. Each use of it takes the board and
     * releases it.
     *
     * @throws LinkFailed if that does not reach this board
     */
    Programmer programmer(FlashTool tool) throws LinkFailed;

    /**
     * Looks at what the program on its main MCU does: runs it, if it does not run anyway. The session is exclusive; closing
     * it releases the board.
     *
     * @param speed how fast the program runs, where that can be chosen
     * @throws LinkFailed if somebody has the board, or there is no way to its console
     */
    McuSession openMcu(Speed speed) throws LinkFailed;

    /** The record of the commands that the board's elements answered, if one is kept. Needs no session to be read. */
    default Optional<BoardTrace> record() {
        return Optional.empty();
    }
}
