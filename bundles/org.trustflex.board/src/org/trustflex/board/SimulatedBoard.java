package org.trustflex.board;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;

/**
 * A simulated board: files in a home folder, with a TrustFLEX part. Opening it takes its lock and gives it power, closing
 * takes the power away.
 */
public final class SimulatedBoard implements Board {

    private final BoardFolder folder;
    private final BoardFile file;
    private final String purpose;
    private final BoardDescription description;

    private SimulatedBoard(BoardFolder folder, BoardFile file, String purpose, BoardDescription description) {
        this.folder = folder;
        this.file = file;
        this.purpose = purpose;
        this.description = description;
    }

    /** Reads a board's files, for which no lock is needed. */
    static SimulatedBoard read(BoardFolder folder, String purpose) throws UnusableBoard {
        BoardFile file = BoardFile.read(folder.file());
        EepromImage image = eeprom(folder);
        ElementDescription element = ElementDescription.of(image.configuration(), image.configuration().i2cAddress());
        if (!element.serialNumber().equals(file.serialNumber())) {
            throw new UnusableBoard(folder.file(), Messages.text("file.serial", folder.file(), file.serialNumber(),
                    folder.eeprom(), element.serialNumber()));
        }
        BoardDescription description = new BoardDescription(folder.id(), BoardKind.SIMULATED, folder.name(),
                Messages.text("program", KitProgram.VERSION), List.of(element),
                Holder.read(folder.note()).map(Holder::text));
        return new SimulatedBoard(folder, file, purpose, description);
    }

    private static EepromImage eeprom(BoardFolder folder) throws UnusableBoard {
        try {
            return new FileEepromStore(folder.eeprom()).load();
        } catch (IOException unusable) {
            throw new UnusableBoard(folder.eeprom(), Messages.text("eeprom.unusable", folder.name(),
                    String.valueOf(unusable.getMessage())), unusable);
        }
    }

    @Override
    public BoardDescription description() {
        return description;
    }

    @Override
    public ElementSource element() {
        return new Source(description.elements().get(0).i2cAddress());
    }

    @Override
    public List<ElementSource> elements() {
        return List.of(element());
    }

    /**
     * Takes the board's lock and powers it until closed.
     *
     * @param shownPurpose what whoever finds the board held is told, such as "simulator serve"
     * @throws LinkFailed if somebody has the board, in which case it says who, or its files can't be used
     */
    public PoweredBoard power(String shownPurpose) throws LinkFailed {
        return PoweredBoard.on(folder, file.settings(), shownPurpose);
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
