package org.trustflex.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Mcu;
import org.trustflex.board.mcu.ProgrammingListener;

/** The firmware on the board's MCU rotates the key, whatever slot 14 holds, and tells it on the console and by the LED. */
class RotationByFirmwareTest {

    @TempDir
    private Path folder;

    @Test
    void theFirmwareRotatesAndAfterTheNextResetSaysThatItIsDone() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        bench.rotateFromTheHost();
        bench.authorizeNewKey();
        bench.build();
        bench.board().programmer().program(FlashImage.read(bench.firmware().hex()), ProgrammingListener.NONE);
        String first = runs(bench);
        assertTrue(first.contains("Validated public key is already in slot, invalidated the slot"), first);
        assertTrue(first.contains("Validated the Rotating Public key in device"), first);
        String second = runs(bench);
        assertTrue(second.contains("The new Rotating Public key is already in slot and valid"), second);
    }

    /** From power-on to the last line, and the LED for a while after it. */
    private static String runs(Workbench bench) throws Exception {
        try (PoweredBoard powered = bench.board().power("run")) {
            Mcu mcu = powered.mcu();
            List<String> reports = new ArrayList<>();
            mcu.listen(reports::add);
            mcu.run(Duration.ofSeconds(5));
            assertEquals(List.of(), reports);
            assertTrue(mcu.console().text().endsWith("Execution completed with status 00\r\n"), mcu.console().text());
            assertEquals(1.0, mcu.statusLed().pattern().blinksPerSecond(), 0.01);
            return mcu.console().text();
        }
    }
}
