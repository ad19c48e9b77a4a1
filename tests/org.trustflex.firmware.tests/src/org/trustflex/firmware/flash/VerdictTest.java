package org.trustflex.firmware.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trustflex.board.mcu.LedPattern;

/** "Programmed" is not "works": what a last line and the LED come to. */
class VerdictTest {

    private static Outcome judge(String status, double blinks) {
        return Verdict.of(Optional.ofNullable(status), new LedPattern(true, blinks), false).outcome();
    }

    @Test
    void lineAndLedDecideTogether() {
        assertEquals(Outcome.SUCCEEDED, judge("00", 1));
        assertEquals(Outcome.FAILED, judge("01", 5));
        assertEquals(Outcome.FAILED, judge("F0", 1), "a bad status beats a good LED");
        assertEquals(Outcome.FAILED, judge("00", 5), "a bad LED beats a good status");
        assertEquals(Outcome.UNDECIDED, judge("00", 0), "a steady LED agrees with nothing");
    }

    @Test
    void withoutALineTheLedDecides() {
        assertEquals(Outcome.SUCCEEDED, judge(null, 1));
        assertEquals(Outcome.FAILED, judge(null, 5));
        assertEquals(Outcome.FAILED, judge(null, 10), "the design suite's firmware toggles every 50 ms");
        assertEquals(Outcome.UNDECIDED, judge(null, 0));
    }

    @Test
    void aProcessorThatIsLockedUpHasFailedWhateverItPrinted() {
        assertEquals(Outcome.FAILED, Verdict.of(Optional.of("00"), new LedPattern(true, 1), true).outcome());
    }

    @Test
    void theLastStatusLineCountsWhereverTheBytesAreCut() {
        ConsoleLines lines = new ConsoleLines();
        for (byte value : "Execution completed with status 01\r\nagain\r\nExecution completed with status 0f\r\nend"
                .getBytes(StandardCharsets.US_ASCII)) {
            lines.received(new byte[] { value });
        }
        List<String> read = new ArrayList<>();
        lines.drainTo(read::add);
        assertEquals(List.of("Execution completed with status 01", "again", "Execution completed with status 0f"),
                read);
        assertEquals(Optional.of("0F"), lines.status());
        lines.finish(read::add);
        assertTrue(read.get(3).equals("end"));
    }
}
