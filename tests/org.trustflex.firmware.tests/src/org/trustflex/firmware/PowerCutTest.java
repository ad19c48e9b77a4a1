package org.trustflex.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.provisioning.rotation.RotationRecord;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.FileEepromStore;

/** The plug is pulled, or the reset switch pushed, while the firmware rotates: the next start ends rotated, wherever it was. */
class PowerCutTest {

    private static final int SLOT = 14;
    private static final int INSTANTS = 500;
    private static final String LAST_LINE = "Execution completed with status ";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SLICE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private Workbench bench;
    private FileEepromStore store;
    private EepromImage before;
    private EccPublicKey newKey;

    @BeforeEach
    void flashTheFirmware() throws Exception {
        bench = Workbench.withFirmware(folder);
        bench.rotateFromTheHost();
        bench.authorizeNewKey();
        bench.build();
        bench.board().programmer().program(FlashImage.read(bench.firmware().hex()), ProgrammingListener.NONE);
        store = new FileEepromStore(folder.resolve("home/boards/demo/eeprom.bin"));
        before = store.load();
        newKey = RotationRecord.read(bench.project(), before.configuration().serialNumber()).pending().orElseThrow();
    }

    /** Lets the program run until its last line; returns what it printed. */
    private static String runToTheEnd(Mcu mcu) {
        Duration end = mcu.state().time().plus(PATIENCE);
        int seen = mcu.console().text().length();
        while (!printedSince(mcu, seen).matches("(?s).*" + LAST_LINE + "..\r\n.*")
                && mcu.state().time().compareTo(end) < 0) {
            mcu.run(SLICE);
        }
        return printedSince(mcu, seen);
    }

    private static String printedSince(Mcu mcu, int seen) {
        return mcu.console().text().substring(seen);
    }

    private void assertRotated(String printed, String when) throws Exception {
        assertTrue(printed.endsWith(LAST_LINE + "00\r\n"), () -> when + ": " + printed);
        EepromImage after = store.load();
        assertTrue(after.publicKeyValid(SLOT), when);
        assertEquals(newKey, after.publicKey(SLOT), when);
    }

    private void assertStartsRotated(EepromImage state, String when) throws Exception {
        store.save(state);
        try (PoweredBoard powered = bench.board().power("run")) {
            assertRotated(runToTheEnd(powered.mcu()), when);
            powered.mcu().run(Duration.ofMillis(2600));
            assertEquals(1.0, powered.mcu().statusLed().pattern().blinksPerSecond(), 0.01, when);
        }
    }

    /** What the EEPROM held after each write of an undisturbed rotation. */
    private List<EepromImage> history() throws Exception {
        List<EepromImage> states = new ArrayList<>(List.of(before));
        try (PoweredBoard powered = bench.board().power("run")) {
            while (!powered.mcu().console().text().contains(LAST_LINE)) {
                powered.mcu().run(Duration.ofMillis(2));
                EepromImage now = store.load();
                if (!now.equals(states.get(states.size() - 1))) {
                    states.add(now);
                }
            }
        }
        return states;
    }

    @Test
    void atEveryWriteOfTheEepromBeforeInTheMiddleAndAfter() throws Exception {
        List<EepromImage> states = history();
        assertEquals(6, states.size(), "invalidated, three blocks written, validated");
        int cuts = 0;
        for (int write = 1; write < states.size(); write++) {
            EepromImage old = states.get(write - 1);
            EepromImage written = states.get(write);
            assertStartsRotated(old, "before write " + write);
            cuts++;
            for (int bytes : new int[] { 1, 3, 4, 5, 17, 31 }) {
                assertStartsRotated(EepromImage.torn(old, written, bytes), "write " + write + " torn after " + bytes);
                cuts++;
            }
            assertStartsRotated(written, "after write " + write);
            cuts++;
        }
        System.out
                .println("power cut before, in and after each EEPROM write: " + cuts + " states, each started rotated");
    }

    @Test
    void atFiveHundredInstantsOnceOrTwice() throws Exception {
        long length;
        try (PoweredBoard powered = bench.board().power("run")) {
            runToTheEnd(powered.mcu());
            length = powered.mcu().state().time().toNanos();
        }
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int resets = 0;
        for (int number = 0; number < INSTANTS; number++) {
            store.save(before);
            boolean reset = random.nextInt(3) == 0;
            Duration first = Duration.ofNanos(random.nextLong(length));
            Duration second = Duration.ofNanos(random.nextInt(4) == 0 ? random.nextLong(length) : 0);
            String when = "seed " + seed + ", instant " + number + ": " + (reset ? "reset after " : "power cut after ")
                    + first + ", then after " + second;
            if (reset) {
                pushReset(first, second, when);
                resets++;
            } else {
                pullPlug(first, second, when);
            }
        }
        System.out
                .println(INSTANTS + " instants of " + length / 1_000_000 + " ms, " + resets + " of them a reset alone");
    }

    private void pullPlug(Duration first, Duration second, String when) throws Exception {
        for (Duration time : List.of(first, second)) {
            try (PoweredBoard powered = bench.board().power("run")) {
                powered.mcu().run(time);
            }
        }
        try (PoweredBoard powered = bench.board().power("run")) {
            assertRotated(runToTheEnd(powered.mcu()), when);
        }
    }

    /** The MCU alone begins anew: the element is awake, or busy, or has an answer for nobody. */
    private void pushReset(Duration first, Duration second, String when) throws Exception {
        try (PoweredBoard powered = bench.board().power("run")) {
            for (Duration time : List.of(first, second)) {
                powered.mcu().run(time);
                powered.mcu().reset();
            }
            assertRotated(runToTheEnd(powered.mcu()), when);
        }
    }
}
