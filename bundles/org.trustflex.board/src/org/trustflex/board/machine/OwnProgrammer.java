package org.trustflex.board.machine;

import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.samd21.RunningPart;

/** Programs the MCU of a board that has power, without a debugger: what is needed for that is embedded. */
final class OwnProgrammer implements Programmer {

    private final RunningPart running;
    private final ProgramMemory memory;
    private final McuPower power;

    OwnProgrammer(RunningPart running, ProgramMemory memory, McuPower power) {
        this.running = running;
        this.memory = memory;
        this.power = power;
    }

    /** What is done with the programmer; it may fail. */
    private interface Work {
        void perform(NvmProgrammer programmer) throws ProgrammingFailed;
    }

    @Override
    public String description() {
        return Messages.text("programmer");
    }

    @Override
    public void program(FlashImage image, ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        perform(listener, programmer -> {
            programmer.program(image);
            memory.setName(image.name());
        });
    }

    @Override
    public void restoreFactoryProgram(ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        perform(listener, programmer -> programmer.restore(FactoryProgram.image()));
    }

    private void perform(ProgrammingListener listener, Work work) throws LinkFailed, ProgrammingFailed {
        requirePower();
        Optional<ProgrammingFailed> failed = running.call(part -> {
            try {
                work.perform(new NvmProgrammer(part, listener));
                return Optional.empty();
            } catch (ProgrammingFailed refused) {
                return Optional.of(refused);
            }
        });
        if (failed.isPresent()) {
            throw failed.get();
        }
        requirePower();
    }

    private void requirePower() throws LinkFailed {
        Optional<LinkFailed> lost = power.lost();
        if (lost.isPresent()) {
            throw lost.get();
        }
    }
}
