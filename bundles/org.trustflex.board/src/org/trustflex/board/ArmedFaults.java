package org.trustflex.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.trustflex.kit.transport.Delivery;
import org.trustflex.kit.transport.KitFault;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.EepromWriteListener;
import org.trustflex.simulator.eeprom.ObservedEepromStore;
import org.trustflex.simulator.eeprom.PowerLost;

/**
 * The faults that a board has from one power-on to the next power-off. Writes are counted over all its elements, answers
 * over all its doors. Safe for several threads.
 */
final class ArmedFaults implements KitFault {

    /** How much of a block arrives that is torn. */
    private static final int HALF_A_BLOCK = 16;

    private final List<BoardFault> faults;
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private volatile Runnable cutPower = () -> {
        // Without power yet.
    };

    private ArmedFaults(List<BoardFault> faults) {
        this.faults = faults;
    }

    /** Leaves a note for the next power-on, in place of an earlier one. Without any fault, the note goes. */
    static void leave(BoardFolder folder, List<BoardFault> faults) throws IOException {
        if (faults.isEmpty()) {
            Files.deleteIfExists(folder.faults());
        } else {
            String lines = faults.stream().map(fault -> fault.text() + "\n").collect(Collectors.joining());
            PrivateFiles.write(folder.faults(), lines.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Takes the note, if there is one, so that the faults happen in one run.
     *
     * @throws IOException if it can't be read or holds something else; the message names it
     */
    static ArmedFaults take(BoardFolder folder) throws IOException {
        Path note = folder.faults();
        List<BoardFault> faults = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(note, StandardCharsets.ISO_8859_1)) {
                faults.add(BoardFault.parse(line)
                        .orElseThrow(() -> new IOException(Messages.text("faults.foreign", note, line))));
            }
            Files.delete(note);
        } catch (NoSuchFileException none) {
            return new ArmedFaults(List.of());
        }
        return new ArmedFaults(List.copyOf(faults));
    }

    /** From now on this is what takes the board's power away. */
    void onPower(Runnable cut) {
        cutPower = cut;
    }

    /** The same store, with those faults that happen to writes. */
    EepromStore on(EepromStore store) {
        boolean any = faults.stream().anyMatch(fault -> isOfWrite(fault.kind()));
        return any ? new ObservedEepromStore(store, new Writes()) : store;
    }

    private static boolean isOfWrite(FaultKind kind) {
        return kind == FaultKind.CUT_BEFORE_WRITE || kind == FaultKind.TEAR_WRITE || kind == FaultKind.CUT_AFTER_WRITE;
    }

    private boolean happens(FaultKind kind, long now) {
        return faults.contains(new BoardFault(kind, now));
    }

    /** Cuts the power of the whole board around a write of one element. */
    private final class Writes implements EepromWriteListener {

        @Override
        public void writing(long number, EepromImage image) {
            long now = writes.incrementAndGet();
            if (happens(FaultKind.CUT_BEFORE_WRITE, now)) {
                cutPower.run();
                throw new PowerLost(now);
            }
            if (happens(FaultKind.TEAR_WRITE, now)) {
                cutPower.run();
                throw PowerLost.within(now, HALF_A_BLOCK);
            }
        }

        @Override
        public void written(long number) {
            long now = writes.get();
            if (happens(FaultKind.CUT_AFTER_WRITE, now)) {
                cutPower.run();
                throw new PowerLost(now);
            }
        }
    }

    @Override
    public Delivery deliver(String request, String answer) {
        long now = answers.incrementAndGet();
        if (happens(FaultKind.UNPLUG_AT_REPLY, now)) {
            cutPower.run();
            return new Delivery.Lost();
        }
        if (happens(FaultKind.DROP_REPLY, now)) {
            return new Delivery.Lost();
        }
        if (happens(FaultKind.DELAY_REPLY, now)) {
            return new Delivery.Late(answer);
        }
        if (happens(FaultKind.TRUNCATE_REPLY, now)) {
            return new Delivery.Arrives(answer.substring(0, answer.length() / 2));
        }
        if (happens(FaultKind.CORRUPT_REPLY, now)) {
            return new Delivery.Arrives(corrupted(answer));
        }
        boolean another = faults.stream()
                .anyMatch(fault -> fault.kind() == FaultKind.OTHER_SERIAL_AT_REPLY && fault.at() <= now);
        return new Delivery.Arrives(another ? OtherSerialNumber.in(request, answer) : answer);
    }

    /** With another character in its middle. */
    private static String corrupted(String answer) {
        int middle = answer.length() / 2;
        char other = answer.charAt(middle) == '7' ? '8' : '7';
        return answer.substring(0, middle) + other + answer.substring(middle + 1);
    }
}
