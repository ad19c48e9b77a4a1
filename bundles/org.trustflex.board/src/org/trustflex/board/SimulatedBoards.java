package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.SimulatorSettings;

/**
 * The simulated boards of a home folder, each a folder in its {@code boards}. Nothing is made or read before it is asked
 * for.
 */
public final class SimulatedBoards {

    /** Folders of boards that are being made or deleted; no board's name begins so. */
    private static final String UNFINISHED = ".unfinished-";
    /** A lock of the home itself. */
    private static final String HOME = ".home";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path boards;
    private final String purpose;

    SimulatedBoards(Path home, String purpose) {
        this.boards = home.toAbsolutePath().normalize().resolve("boards");
        this.purpose = purpose;
    }

    /** The names of all boards in alphabetical order, also of those whose files are damaged. */
    public List<String> names() throws UnusableBoard {
        if (!Files.isDirectory(boards)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(boards)) {
            return children.filter(Files::isDirectory).map(child -> child.getFileName().toString())
                    .filter(BoardName::isValid).sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableBoard(boards, Messages.text("file.read", boards, Messages.reason(unreadable)),
                    unreadable);
        }
    }

    /** All boards, by name. One whose files are damaged, in part or as a whole, is a problem and hides no other. */
    public BoardScan scan() {
        List<Board> usable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (String name : names()) {
                BoardFolder folder = new BoardFolder(boards, name);
                try {
                    SimulatedBoard board = SimulatedBoard.read(folder, purpose);
                    usable.add(board);
                    problems.addAll(board.problems());
                } catch (UnusableBoard damaged) {
                    if (Files.exists(folder.path())) {
                        problems.add(damaged.getMessage());
                    }
                }
            }
        } catch (UnusableBoard unreadable) {
            problems.add(unreadable.getMessage());
        }
        return new BoardScan(usable, problems);
    }

    /**
     * A board.
     *
     * @throws LinkFailed    if there is none with this name; it says which there are
     * @throws UnusableBoard if its files are damaged
     */
    public SimulatedBoard get(String name) throws LinkFailed, UnusableBoard {
        return SimulatedBoard.read(existing(name), purpose);
    }

    private BoardFolder existing(String name) throws LinkFailed, UnusableBoard {
        BoardFolder folder = new BoardFolder(boards, name);
        if (!BoardName.isValid(name) || !Files.isDirectory(folder.path())) {
            List<String> names = names();
            throw new LinkFailed(names.isEmpty() ? Messages.text("board.unknown.none", name)
                    : Messages.text("board.unknown", name, String.join(", ", names)));
        }
        return folder;
    }

    /**
     * Makes a board with parts as they are delivered. It appears at once and complete; a process that is killed here leaves
     * nothing that is in the way of the next try.
     *
     * @throws RejectedBoardName if the name has not the form of one or is taken, or the serial number is taken or outside
     *                           the range of simulated parts
     * @throws UnusableBoard     if the files can't be written
     */
    public SimulatedBoard create(String name, SimulatedBoardOptions options)
            throws RejectedBoardName, UnusableBoard {
        BoardFolder folder = new BoardFolder(boards, name);
        try (FileMutex home = lockHome()) {
            requireFree(name);
            Map<BoardPart, SerialNumber> serialNumbers = serialNumbers(options.serialNumber());
            removeUnfinished();
            BoardFolder unfinished = new BoardFolder(boards, UNFINISHED + UUID.randomUUID());
            BoardFile file = new BoardFile(serialNumbers, options.profile(), options.custom(),
                    SimulatorSettings.defaults(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS));
            PrivateFiles.makeFolder(unfinished.path());
            for (BoardPart part : file.parts()) {
                new FileEepromStore(unfinished.eeprom(part)).create(delivered(file, part));
            }
            PrivateFiles.writeDurably(unfinished.file(), file.encode());
            Files.move(unfinished.path(), folder.path(), StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.forceFolder(boards);
        } catch (IOException failed) {
            throw new UnusableBoard(folder.path(),
                    Messages.text("file.write", folder.path(), Messages.reason(failed)), failed);
        }
        return SimulatedBoard.read(folder, purpose);
    }

    /**
     * Makes sure that a new board may have this name.
     *
     * @throws RejectedBoardName if it has not the form of a name, or is taken; the message says what may be typed
     */
    public void requireFree(String name) throws RejectedBoardName {
        BoardName.require(name);
        if (Files.exists(new BoardFolder(boards, name).path())) {
            throw new RejectedBoardName(Messages.text("name.taken", name));
        }
    }

    private static EepromImage delivered(BoardFile file, BoardPart part) {
        return SimulatedPart.delivered(part, file);
    }

    private Map<BoardPart, SerialNumber> serialNumbers(Optional<SerialNumber> wanted)
            throws RejectedBoardName, UnusableBoard {
        Map<BoardPart, SerialNumber> known = new EnumMap<>(BoardPart.class);
        if (wanted.isPresent()) {
            if (!SimulatedSerialNumbers.contains(wanted.get())) {
                throw new RejectedBoardName(Messages.text("serial.range", wanted.get(),
                        SimulatedSerialNumbers.PREFIX, SimulatedSerialNumbers.SUFFIX));
            }
            if (serialNumbersBut("").contains(wanted.get())) {
                throw new RejectedBoardName(Messages.text("serial.taken", wanted.get()));
            }
            known.put(BoardPart.TRUST_FLEX, wanted.get());
        }
        return completed(known);
    }

    /** The same serial numbers, with new ones for the parts that have none. */
    private Map<BoardPart, SerialNumber> completed(Map<BoardPart, SerialNumber> known) throws UnusableBoard {
        Map<BoardPart, SerialNumber> all = new EnumMap<>(BoardPart.class);
        all.putAll(known);
        Set<SerialNumber> taken = serialNumbersBut("");
        taken.addAll(known.values());
        for (BoardPart part : BoardPart.values()) {
            if (!all.containsKey(part)) {
                SerialNumber serialNumber = SimulatedSerialNumbers.next(Entropy.secure(), taken);
                taken.add(serialNumber);
                all.put(part, serialNumber);
            }
        }
        return all;
    }

    /** Those of all boards but one; a damaged one has none that could be taken. */
    private Set<SerialNumber> serialNumbersBut(String except) throws UnusableBoard {
        Set<SerialNumber> taken = new HashSet<>();
        for (String name : names()) {
            if (name.equals(except)) {
                continue;
            }
            try {
                taken.addAll(BoardFile.read(new BoardFolder(boards, name).file()).serialNumbers().values());
            } catch (UnusableBoard damaged) {
                continue;
            }
        }
        return taken;
    }

    private FileMutex lockHome() throws IOException {
        return FileMutex.take(boards.resolve(BoardFolder.LOCKS).resolve(HOME), PATIENCE)
                .orElseThrow(() -> new IOException(Messages.text("home.busy", PATIENCE.toSeconds())));
    }

    /** What killed processes have left; whoever is alive makes and deletes boards under the lock of the home. */
    private void removeUnfinished() throws IOException {
        List<Path> left;
        try (Stream<Path> children = Files.list(boards)) {
            left = children.filter(child -> child.getFileName().toString().startsWith(UNFINISHED)).toList();
        }
        for (Path folder : left) {
            PrivateFiles.deleteFolder(folder);
        }
    }

    /**
     * Deletes a board with everything that it holds, also one whose files are damaged.
     *
     * @throws LinkFailed    if there is none with this name, or somebody has it, in which case it says who
     * @throws UnusableBoard if its files can't be deleted
     */
    public void delete(String name) throws LinkFailed, UnusableBoard {
        BoardFolder folder = existing(name);
        try (BoardLock lock = BoardLock.take(folder); FileMutex home = lockHome()) {
            // The board is gone with one move, so that nobody ever meets half of it.
            Path unfinished = boards.resolve(UNFINISHED + UUID.randomUUID());
            Files.move(folder.path(), unfinished, StandardCopyOption.ATOMIC_MOVE);
            removeUnfinished();
        } catch (IOException failed) {
            throw new UnusableBoard(folder.path(),
                    Messages.text("file.delete", folder.path(), Messages.reason(failed)), failed);
        }
    }

    /**
     * Gives a board new parts of the same profile and serial numbers, as delivered: with new private keys and
     * certificates, so that nothing of what was written remains; its MCU gets the factory program. Settings stay; the trace begins anew.
     * The serial numbers stay too, so that the board goes on belonging to its project. A board from the time when there was only a TrustFLEX
     * part on it gets the two others.
     *
     * @throws LinkFailed    if there is none with this name, or somebody has it, in which case it says who
     * @throws UnusableBoard if its board.json is damaged, or its files can't be written
     */
    public void reset(String name) throws LinkFailed, UnusableBoard {
        BoardFolder folder = existing(name);
        try (BoardLock lock = BoardLock.take(folder)) {
            lock.note(Holder.self("reset", Optional.empty()));
            BoardFile before = BoardFile.read(folder.file());
            BoardFile file = before.with(completed(before.serialNumbers()));
            for (BoardPart part : file.parts()) {
                folder.replace(part, delivered(file, part));
            }
            if (!file.equals(before)) {
                PrivateFiles.writeDurably(folder.file(), file.encode());
            }
            FlashFile.delete(folder);
            new BoardTrace(folder).clear();
        } catch (IOException failed) {
            throw new UnusableBoard(folder.path(),
                    Messages.text("file.write", folder.path(), Messages.reason(failed)), failed);
        }
    }

    /**
     * Keeps a board as it is now, without power, in a file from which {@link #restore} brings it back: what its parts hold,
     * their private keys included, and its settings. Only its owner may read the file.
     *
     * @param snapshot where there is nothing yet
     * @throws LinkFailed    if there is no such board, or somebody has it, in which case it says who
     * @throws UnusableBoard if a file of the board is damaged, there is something at that place already, or it can't be
     *                       written
     */
    public void snapshot(String name, Path snapshot) throws LinkFailed, UnusableBoard {
        BoardFolder folder = existing(name);
        try (BoardLock lock = BoardLock.take(folder)) {
            lock.note(Holder.self("snapshot", Optional.empty()));
            BoardSnapshot.of(folder).write(snapshot);
        }
    }

    /**
     * Makes a board what it was when the snapshot was taken, serial numbers and settings included; its trace goes on. The
     * keys that it holds now are gone. It need not be the same board, and its own files may be damaged. If this process is
     * killed meanwhile, doing it again completes it.
     *
     * @throws LinkFailed        if there is no such board, or somebody has it, in which case it says who
     * @throws RejectedBoardName if another board has one of the serial numbers; nothing is changed then
     * @throws UnusableBoard     if the file is no snapshot or is damaged, or files of the board can't be written
     */
    public void restore(String name, Path snapshot) throws LinkFailed, RejectedBoardName, UnusableBoard {
        BoardFolder folder = existing(name);
        BoardSnapshot kept = BoardSnapshot.read(snapshot);
        try (BoardLock lock = BoardLock.take(folder); FileMutex home = lockHome()) {
            lock.note(Holder.self("restore", Optional.empty()));
            Set<SerialNumber> others = serialNumbersBut(name);
            for (SerialNumber serialNumber : kept.file().serialNumbers().values()) {
                if (others.contains(serialNumber)) {
                    throw new RejectedBoardName(Messages.text("restore.taken", serialNumber, snapshot));
                }
            }
            kept.bringBack(folder);
        } catch (IOException failed) {
            throw new UnusableBoard(folder.path(),
                    Messages.text("file.write", folder.path(), Messages.reason(failed)), failed);
        }
    }
}
