package org.trustflex.board;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;

/** Finds boards. Nothing is loaded or searched before it is asked. */
public final class Boards {

    private static final String HOME_VARIABLE = "TRUSTFLEX_HOME";
    private static final String DEFAULT_HOME = ".trustflex";
    private static final String DEFAULT_PURPOSE = "trustflex";
    private static final String SIMULATED = "sim:";
    private static final Pattern SERIAL_NUMBER = Pattern.compile("[0-9a-fA-F]{18}");

    private final Path home;
    private final String purpose;
    private final AttachedKits kits;

    Boards(Path home, String purpose, AttachedKits kits) {
        this.home = home;
        this.purpose = purpose;
        this.kits = kits;
    }

    /**
     * The boards of this machine and this user: the home folder is what the environment variable TRUSTFLEX_HOME says, else
     * {@code .trustflex} in the user's home.
     */
    public static Boards standard() {
        String home = System.getenv(HOME_VARIABLE);
        return in(home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), DEFAULT_HOME)
                : Path.of(home));
    }

    /** The boards of this machine, and the simulated ones of a home folder, which need not exist. */
    public static Boards in(Path home) {
        return new Boards(home, DEFAULT_PURPOSE, new UsbKits());
    }

    /** The same boards, opened for a purpose that whoever finds a simulated board held is told, such as "rotate". */
    public Boards as(String shownPurpose) {
        return new Boards(home, shownPurpose, kits);
    }

    /** The simulated boards alone. */
    public SimulatedBoards simulated() {
        return new SimulatedBoards(home, purpose);
    }

    /** All boards that there are. One that can't be used does not hide the others. */
    public BoardScan scan() {
        BoardScan simulated = simulated().scan();
        BoardScan hardware = new HardwareBoards(kits).scan();
        List<Board> boards = new ArrayList<>(simulated.boards());
        boards.addAll(hardware.boards());
        List<String> problems = new ArrayList<>(simulated.problems());
        problems.addAll(hardware.problems());
        return new BoardScan(boards, problems);
    }

    /**
     * One board.
     *
     * @param selector an id, the name of a simulated board, the serial number of an element on it, "serial:" and a serial
     *                 port, "tcp:host:port", or nothing for the only board that there is. "sim:..." and names do not search
     *                 USB, "kit:..." reads no simulated boards
     * @throws LinkFailed     if there is no such board; the message lists those that there are
     * @throws AmbiguousBoard if more than one matches
     * @throws UnusableBoard  if it is a simulated one whose files are damaged
     */
    public Board select(String selector) throws LinkFailed, AmbiguousBoard, UnusableBoard {
        if (selector.startsWith(SIMULATED)) {
            return simulated().get(selector.substring(SIMULATED.length()));
        }
        if (selector.startsWith(HardwareBoards.PREFIX)) {
            String serialNumber = selector.substring(HardwareBoards.PREFIX.length());
            BoardScan scan = new HardwareBoards(kits).scan();
            return only(selector, scan, board -> board.id().substring(HardwareBoards.PREFIX.length())
                    .equalsIgnoreCase(serialNumber));
        }
        Optional<NamedKit> named = NamedKit.of(selector);
        if (named.isPresent()) {
            return behind(named.get());
        }
        boolean serialNumber = SERIAL_NUMBER.matcher(selector).matches();
        if (!selector.isEmpty() && !serialNumber && simulated().names().contains(selector)) {
            return simulated().get(selector);
        }
        return only(selector, scan(), board -> selector.isEmpty() || board.description().name().equals(selector)
                || has(board, selector.toUpperCase(Locale.ROOT)));
    }

    private static Board behind(NamedKit named) throws LinkFailed {
        try {
            return HardwareBoard.behind(named.door(), named);
        } catch (LinkFailed failed) {
            throw failed;
        } catch (ElementException noKit) {
            throw new LinkFailed(Messages.text("select.nokit", named.door().name(), noKit.getMessage()), noKit);
        }
    }

    private static boolean has(Board board, String serialNumber) {
        return board.description().elements().stream()
                .anyMatch(element -> element.serialNumber().hex().equals(serialNumber));
    }

    private Board only(String selector, BoardScan scan, Predicate<Board> wanted)
            throws LinkFailed, AmbiguousBoard {
        List<Board> matches = scan.boards().stream().filter(wanted).toList();
        if (matches.size() > 1) {
            throw new AmbiguousBoard(matches.stream().map(Board::description).toList());
        }
        if (matches.isEmpty()) {
            throw new LinkFailed(nothing(selector, scan));
        }
        return matches.get(0);
    }

    private String nothing(String selector, BoardScan scan) {
        List<String> sentences = new ArrayList<>();
        if (!scan.boards().isEmpty()) {
            sentences.add(Messages.text("select.unknown", selector,
                    scan.boards().stream().map(Board::id).collect(Collectors.joining(", "))));
        } else if (selector.isEmpty()) {
            sentences.add(Messages.text("select.none"));
        } else {
            sentences.add(Messages.text("select.unknown.none", selector));
        }
        sentences.addAll(scan.problems());
        if (scan.boards().isEmpty() && scan.problems().isEmpty()) {
            sentences.add(new Diagnosis(kits).noBoard());
        }
        return String.join(" ", sentences);
    }
}
