package org.trustflex.firmware.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.Speed;
import org.trustflex.board.tool.MplabIpe;
import org.trustflex.board.tool.OpenOcd;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.firmware.Workbench;
import org.trustflex.firmware.Workbench.Log;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.Remedy;

/** A developer flashes the firmware, sees whether it works, and makes the board a kit again. */
class FirmwareFlashTest {

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void buildTheFirmware() throws Exception {
        bench = Workbench.withFirmware(folder);
        bench.rotateFromTheHost();
        bench.authorizeNewKey();
        bench.build();
    }

    private Programmer openOcd() throws LinkFailed, Exception {
        try {
            return bench.board().programmer(OpenOcd.find(Optional.empty(), System.getenv()));
        } catch (ToolMissing missing) {
            return Assumptions.abort(missing.getMessage());
        }
    }

    private FlashImage image() throws Exception {
        return FlashImage.read(FirmwareFlash.builtImage(bench.firmware()));
    }

    private Verdict flashAndJudge(Programmer programmer, FlashImage image, Log log) throws Exception {
        new FirmwareFlash(bench.board()).program(programmer, image, log);
        return new ProgramWatch(bench.board(), Speed.MAX).judge(ProgramWatch.PATIENCE, log);
    }

    private void assertRotated() throws Exception {
        new FactoryReset(bench.board()).run(bench.board().programmer(), Optional.empty(), new Log());
        assertTrue(bench.rotation().rotate(bench.board().element(), new Log()),
                "the host closes the firmware's rotation");
    }

    @Test
    void anImageThatIsOlderThanTheAuthorizedKeyIsNotFlashed() throws Exception {
        assertEquals(bench.firmware().hex(), FirmwareFlash.builtImage(bench.firmware()),
                "nothing changed since the build");
        Path header = bench.firmware().project().root().resolve("00_resource_generation/public_key_rotation.h");
        FileTime built = Files.getLastModifiedTime(bench.firmware().hex());
        Files.setLastModifiedTime(header, built);
        assertEquals(bench.firmware().hex(), FirmwareFlash.builtImage(bench.firmware()), "as old as the image");
        Files.setLastModifiedTime(header, FileTime.from(built.toInstant().plusMillis(1)));
        NotPossible refused = assertThrows(NotPossible.class, () -> FirmwareFlash.builtImage(bench.firmware()));
        assertEquals(Optional.of(Remedy.BUILD_FIRMWARE), refused.remedy());
        assertTrue(refused.getMessage().contains("is older than " + header), refused::getMessage);
    }

    @Test
    void directlyLoadedItRotatesWithinASecond() throws Exception {
        Log log = new Log();
        FlashImage image = image();
        long begin = System.nanoTime();
        Verdict verdict = flashAndJudge(bench.board().programmer(), image, log);
        System.out.printf("flash, run and rotate, loaded directly: %.2f s%n", (System.nanoTime() - begin) / 1e9);
        assertEquals(Outcome.SUCCEEDED, verdict.outcome(), verdict + "\n" + log);
        assertEquals(Optional.of("00"), verdict.status());
        assertTrue(log.toString().contains("Validated the Rotating Public key in device\n"), log::toString);
        assertTrue(log.toString().contains("pub_key_rotate.hex: "), log::toString);
        assertRotated();
    }

    @Test
    void throughOpenOcdItRotatesWithinFiveSeconds() throws Exception {
        Programmer programmer = openOcd();
        Log log = new Log();
        FlashImage image = image();
        long begin = System.nanoTime();
        Verdict verdict = flashAndJudge(programmer, image, log);
        System.out.printf("flash, run and rotate, through OpenOCD: %.2f s%n", (System.nanoTime() - begin) / 1e9);
        assertEquals(Outcome.SUCCEEDED, verdict.outcome(), verdict + "\n" + log);
        assertTrue(log.toString().contains("invalidated the slot to update"), "it ran once, from the old key: " + log);
        assertRotated();
    }

    @Test
    void openOcdBringsTheFactoryProgramBack() throws Exception {
        Programmer programmer = openOcd();
        new FirmwareFlash(bench.board()).program(bench.board().programmer(), image(), new Log());
        assertFalse(bench.board().flashedProgram().isKit());
        Log log = new Log();
        new FactoryReset(bench.board()).run(programmer, Optional.empty(), log);
        assertTrue(bench.board().flashedProgram().isKit());
        assertTrue(log.toString().contains("It answers for the secure element 0123"), log::toString);
    }

    @Test
    void beforeItStartsItSaysThatTheKitProgramWillBeGone() throws Exception {
        assertTrue(new FirmwareFlash(bench.board()).warning().orElseThrow()
                .startsWith("The kit program on sim:demo will be gone"));
        new FirmwareFlash(bench.board()).program(bench.board().programmer(), image(), new Log());
        assertEquals(Optional.empty(), new FirmwareFlash(bench.board()).warning());
        assertThrows(LinkFailed.class, () -> bench.board().element().open());
    }

    @Test
    void aFirmwareThatIsForAnotherAuthorityBlinksFastAndSaysWhy() throws Exception {
        Path header = bench.project().resourcesFolder().resolve("public_key_rotation.h");
        String text = Files.readString(header);
        int first = text.indexOf("0x", text.indexOf("validated_signature")) + 2;
        char flipped = text.charAt(first) == 'F' ? '0' : 'F';
        Files.writeString(header, text.substring(0, first) + flipped + text.substring(first + 1));
        bench.build();
        Log log = new Log();
        Verdict verdict = flashAndJudge(bench.board().programmer(), image(), log);
        assertEquals(Outcome.FAILED, verdict.outcome());
        assertEquals(Optional.of("01"), verdict.status());
        assertEquals(5.0, verdict.led().blinksPerSecond(), 0.05);
        assertTrue(log.toString().contains("The authority's signature is not for this key"), log::toString);
        assertTrue(verdict.sentence().contains("status 01"), verdict.sentence());
    }

    @Test
    void aFirmwareOfAnotherElementRefusesToTouchThisOne() throws Exception {
        Path header = bench.project().resourcesFolder().resolve("public_key_rotation_device.h");
        Files.writeString(header, Files.readString(header).replaceFirst("0x01", "0x02"));
        bench.build();
        Log log = new Log();
        Verdict verdict = flashAndJudge(bench.board().programmer(), image(), log);
        assertEquals(Optional.of("E4"), verdict.status());
        assertEquals(Outcome.FAILED, verdict.outcome());
        assertTrue(log.toString().contains("This program was made for the secure element:"), log::toString);
    }

    @Test
    void aProgramThatSaysNothingIsNoSuccess() throws Exception {
        Path main = bench.firmware().folder().resolve("src/main.c");
        Files.writeString(main, "int main(void) { for (;;) { __asm volatile(\"wfi\"); } }\n");
        bench.build();
        new FirmwareFlash(bench.board()).program(bench.board().programmer(), image(), new Log());
        Verdict verdict = new ProgramWatch(bench.board(), Speed.MAX).judge(Duration.ofSeconds(3), new Log());
        assertEquals(Outcome.UNDECIDED, verdict.outcome(), verdict.sentence());
    }

    @Test
    void whatWasNotBuiltCannotBeFlashed() throws Exception {
        FirmwareProject bare = new FirmwareProject(
                Project.openOrCreate(folder.resolve("other")));
        assertEquals(Optional.of(Remedy.BUILD_FIRMWARE),
                assertThrows(NotPossible.class, () -> FirmwareFlash.builtImage(bare)).remedy());
    }

    @Test
    void whoeverStopsItBeforeItBeginsKeepsTheKit() throws Exception {
        assertThrows(OperationCancelled.class, () -> new FirmwareFlash(bench.board())
                .program(bench.board().programmer(), image(), new Log().cancel()));
        assertTrue(bench.board().flashedProgram().isKit());
    }

    @Test
    void aFactoryResetWithAnImageThatIsNoKitSaysSo() throws Exception {
        LinkFailed silent = assertThrows(LinkFailed.class, () -> new FactoryReset(bench.board())
                .run(bench.board().programmer(), Optional.of(image()), new Log()));
        assertTrue(silent.getMessage().startsWith("The factory program was written to sim:demo and read back, but"),
                silent.getMessage());
    }

    @Test
    void mplabIpeHasNoWayToASimulatedBoard() throws Exception {
        Path program = Files.createFile(folder.resolve("ipecmd"));
        assertTrue(program.toFile().setExecutable(true));
        MplabIpe ipe = MplabIpe.find(Optional.of(program), System.getenv());
        assertTrue(assertThrows(LinkFailed.class, () -> bench.board().programmer(ipe)).getMessage()
                .contains("MPLAB IPE looks for a debugger on USB"));
    }
}
