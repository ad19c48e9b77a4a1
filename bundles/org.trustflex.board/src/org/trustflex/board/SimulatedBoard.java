package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;

/**
 * A simulated board: files in a home folder, with the three secure elements of the real one. Opening it takes its lock and
 * gives it power, closing takes the power away.
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
        List<ElementDescription> elements = new ArrayList<>();
        for (BoardPart part : file.parts()) {
            elements.add(element(folder, file, part));
        }
        // Nearly always so already, but a blank part may have got another address.
        elements.sort(Comparator.comparingInt(ElementDescription::i2cAddress).reversed());
        BoardDescription description = new BoardDescription(folder.id(), BoardKind.SIMULATED, folder.name(),
                Messages.text("program", KitProgram.VERSION), elements,
                Holder.read(folder.note()).map(Holder::text));
        return new SimulatedBoard(folder, file, purpose, description);
    }

    private static ElementDescription element(BoardFolder folder, BoardFile file, BoardPart part)
            throws UnusableBoard {
        Path path = folder.eeprom(part);
        ConfigurationZone zone = eeprom(folder, path).configuration();
        SerialNumber expected = file.serialNumber(part);
        if (!zone.serialNumber().equals(expected)) {
            throw new UnusableBoard(folder.file(),
                    Messages.text("file.serial", folder.file(), expected, path, zone.serialNumber()));
        }
        return ElementDescription.of(zone, zone.i2cAddress());
    }

    private static EepromImage eeprom(BoardFolder folder, Path path) throws UnusableBoard {
        try {
            return new FileEepromStore(path).load();
        } catch (IOException unusable) {
            throw new UnusableBoard(path, Messages.text("eeprom.unusable", folder.name(),
                    String.valueOf(unusable.getMessage())), unusable);
        }
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
