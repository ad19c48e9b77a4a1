package org.trustflex.board;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;

/** The programmer of a simulated board that has no power yet: gives it power for as long as it programs. */
record BoardProgrammer(SimulatedBoard board, String purpose) implements Programmer {

    @Override
    public String description() {
        return Messages.text("programmer", board.id());
    }

    @Override
    public void program(FlashImage image, ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        try (PoweredBoard powered = board.power(purpose)) {
            powered.mcu().programmer().program(image, listener);
        }
    }

    @Override
    public void restoreFactoryProgram(ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        try (PoweredBoard powered = board.power(purpose)) {
            powered.mcu().programmer().restoreFactoryProgram(listener);
        }
    }
}
