package org.trustflex.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.machine.ProgramMemory;
import org.trustflex.board.machine.FactoryProgram;
import org.trustflex.board.mcu.FlashedProgram;
import org.trustflex.board.mcu.McuSession;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.FlashTool;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.board.tool.OpenOcdProgrammer;

/**
 * A simulated board: files in a home folder, with the three secure elements of the real one. Opening it takes its lock and
 * gives it power, closing takes the power away.
 */
public final class SimulatedBoard implements Board {

    private final BoardFolder folder;
    private final BoardFile file;
    private final String purpose;
    private final BoardDescription description;
    private final FlashedProgram program;
    private final List<String> problems;

    private SimulatedBoard(BoardFolder folder, BoardFile file, String purpose, BoardDescription description,
            FlashedProgram program, List<String> problems) {
        this.folder = folder;
        this.file = file;
        this.purpose = purpose;
        this.description = description;
        this.program = program;
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads a board's files, for which no lock is needed. A neighbour of the TrustFLEX part whose file is damaged is a
     * problem and leaves the others usable; the TrustFLEX part gives the board its identity.
     */
    static SimulatedBoard read(BoardFolder folder, String purpose) throws UnusableBoard {
        BoardFile file = BoardFile.read(folder.file());
        List<ElementDescription> elements = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (BoardPart part : file.parts()) {
            try {
                ConfigurationZone zone = folder.load(file, part).configuration();
                elements.add(ElementDescription.of(zone, zone.i2cAddress()));
            } catch (UnusableBoard damaged) {
                if (part == BoardPart.TRUST_FLEX) {
                    throw damaged;
                }
                problems.add(Messages.text("neighbour.unusable", part.i2cAddress(), folder.name(),
                        damaged.getMessage()));
            }
        }
        // Nearly always so already, but a blank part may have got another address.
        elements.sort(Comparator.comparingInt(ElementDescription::i2cAddress).reversed());
        FlashedProgram program = program(folder);
        BoardDescription description = new BoardDescription(folder.id(), BoardKind.SIMULATED, folder.name(),
                program.text(), elements, Holder.read(folder.note()).map(Holder::text));
        return new SimulatedBoard(folder, file, purpose, description, program, problems);
    }

    private static FlashedProgram program(BoardFolder folder) throws UnusableBoard {
        try {
            return ProgramMemory.describe(FlashFile.read(folder).flash(), digest -> FlashFile.name(folder, digest));
        } catch (IOException unusable) {
            throw new UnusableBoard(folder.flash(), Messages.text("flash.unusable", folder.name(),
                    String.valueOf(unusable.getMessage())), unusable);
        }
    }

    /**
     * What was seen wrong with elements that the board then has not, a sentence each. They leave the others usable.
     */
    public List<String> problems() {
        return problems;
    }

    @Override
    public BoardDescription description() {
        return description;
    }

    @Override
    public ElementSource element() {
        return new Source(TrustFlexProfile.I2C_ADDRESS);
    }

    @Override
    public List<ElementSource> elements() {
        return description.elements().stream().<ElementSource>map(element -> new Source(element.i2cAddress()))
                .toList();
    }

    @Override
    public FlashedProgram flashedProgram() {
        return program;
    }

    @Override
    public Programmer programmer() {
        return new BoardProgrammer(this, purpose);
    }

    @Override
    public Programmer programmer(FlashTool tool) throws LinkFailed {
        if (tool instanceof OpenOcd openOcd) {
            return new OpenOcdProgrammer(openOcd, id(), () -> SimulatedDebugger.open(power(purpose)),
                    Optional.of(FactoryProgram.image()));
        }
        throw new LinkFailed(Messages.text("programmer.nodebugger", id(), tool.name()));
    }

    @Override
    public McuSession openMcu(Speed speed) throws LinkFailed {
        PoweredBoard powered = power(purpose);
        powered.mcu().start(speed);
        return new McuSession(powered.mcu(), powered::close);
    }

    /**
     * Takes the board's lock and powers it until closed.
     *
     * @param shownPurpose what whoever finds the board held is told, such as "simulator serve"
     * @throws LinkFailed if somebody has the board, in which case it says who, or its files can't be used
     */
    public PoweredBoard power(String shownPurpose) throws LinkFailed {
        return PoweredBoard.on(folder, file, shownPurpose);
    }

    /**
     * Cuts the power of a running board, through whoever has it: volatile memory is lost at once, a command that is being
     * executed ends first, and the holder's next command fails.
     *
     * @return who has the board, or nothing if nobody has, so that there was no power to cut
     * @throws LinkFailed if the holder can't be asked, or does not answer within a second
     */
    public Optional<String> powerCut() throws LinkFailed {
        return new PowerCut(folder).perform();
    }

    /**
     * Lets faults happen, once, while the board has power the next time, in place of those that were asked for before and
     * have not had their turn. Counting begins when it gets power.
     *
     * @param faults none takes back those that were asked for
     * @throws UnusableBoard if that can't be noted in the board's folder
     */
    public void arm(List<BoardFault> faults) throws UnusableBoard {
        try {
            ArmedFaults.leave(folder, faults);
        } catch (IOException failed) {
            throw new UnusableBoard(folder.faults(),
                    Messages.text("file.write", folder.faults(), Messages.reason(failed)), failed);
        }
    }

    /** The record of the board's commands. */
    public BoardTrace trace() {
        return new BoardTrace(folder);
    }

    @Override
    public Optional<BoardTrace> record() {
        return Optional.of(trace());
    }

    /** Sessions, each from power-on to power-off. */
    private final class Source implements ElementSource {

        private final int address;

        private Source(int address) {
            this.address = address;
        }

        @Override
        public String boardId() {
            return folder.id();
        }

        @Override
        public int i2cAddress() {
            return address;
        }

        @Override
        public SecureElement open() throws ElementException {
            PoweredBoard powered = power(purpose);
            boolean opened = false;
            try {
                SecureElement session = powered.openSession(address);
                opened = true;
                return session;
            } finally {
                if (!opened) {
                    powered.close();
                }
            }
        }
    }
}
