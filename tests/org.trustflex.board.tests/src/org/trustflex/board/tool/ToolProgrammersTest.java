package org.trustflex.board.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.IntelHexWriter;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.ProgrammingListener.Step;

/** Programmers that call somebody else's program: what is handed to it, and what its answers come to. */
@DisabledOnOs(OS.WINDOWS)
class ToolProgrammersTest {

    private static final DebugLink NOWHERE = new DebugLink() {
        @Override
        public String adapter() {
            return "adapter driver dummy";
        }

        @Override
        public boolean resetAfterwards() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    @TempDir
    private Path folder;

    private Path program(String name, String script) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private static FlashImage image(int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return FlashImage.ofProgram("random.bin", bytes);
    }

    @Test
    void anImageThatIsWrittenAsIntelHexIsReadBackTheSame() throws Exception {
        for (int size : new int[] { 1, 15, 16, 17, 0xFFFF, 0x1_0001, FlashImage.FLASH_SIZE }) {
            FlashImage image = image(size);
            Path file = Files.writeString(folder.resolve("image.hex"), IntelHexWriter.write(image));
            assertArrayEquals(image.flash(), FlashImage.read(file).flash(), size + " bytes");
        }
    }

    @Test
    void mplabIpeGetsTheImageAndItsLastWordCounts() throws Exception {
        Path ipecmd = program("ipecmd", "echo \"$@\" > " + folder.resolve("arguments")
                + "\nfor last in \"$@\"; do :; done\ncp \"${last#-F}\" " + folder.resolve("given.hex")
                + "\necho Erasing...\necho Programming complete\n");
        FlashImage image = image(1000);
        List<Step> steps = new ArrayList<>();
        new IpeProgrammer(MplabIpe.find(Optional.of(ipecmd), Map.of()), "kit:1").program(image,
                (step, done, total) -> steps.add(step));
        assertTrue(Files.readString(folder.resolve("arguments")).startsWith("-PATSAMD21E18A -TPPKOB -OL -M -F"));
        assertArrayEquals(image.flash(), FlashImage.read(folder.resolve("given.hex")).flash());
        assertEquals(List.of(Step.VERIFY), steps);
    }

    @Test
    void mplabIpeThatEndsWithoutItsLastWordHasFailed() throws Exception {
        Path ipecmd = program("ipecmd", "echo Programmer not found\nexit 0\n");
        ProgrammingFailed failed = assertThrows(ProgrammingFailed.class,
                () -> new IpeProgrammer(new MplabIpe(ipecmd), "kit:1").program(image(8), ProgrammingListener.NONE));
        assertTrue(failed.getMessage().contains("Programmer not found"), failed.getMessage());
    }

    @Test
    void mplabIpeIsFoundInTheFolderWhereItIsInstalled() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("mplab_platform/mplab_ipe"));
        Path script = program("mplab_platform/mplab_ipe/ipecmd.sh", "");
        assertEquals(bin.resolve("ipecmd.sh"), script);
        assertEquals(script, MplabIpe.find(Optional.of(folder), Map.of()).program());
        assertTrue(assertThrows(ToolMissing.class, () -> MplabIpe.find(Optional.of(bin.resolve("none")), Map.of()))
                .getMessage().contains("There is no ipecmd in"));
        assertEquals("ipecmd", assertThrows(ToolMissing.class, () -> MplabIpe.find(Optional.empty(), Map.of())).tool());
    }

    @Test
    void openOcdThatDoesNotReachTheBoardHasChangedNothing() throws Exception {
        OpenOcd openOcd = new OpenOcd(
                program("openocd", "echo 'Error: unable to find a matching CMSIS-DAP device'\nexit 1\n"));
        LinkFailed unreachable = assertThrows(LinkFailed.class,
                () -> new OpenOcdProgrammer(openOcd, "kit:1", () -> NOWHERE, Optional.empty()).program(image(8),
                        ProgrammingListener.NONE));
        assertTrue(unreachable.getMessage().contains("unable to find a matching CMSIS-DAP device"),
                unreachable.getMessage());
    }

    @Test
    void openOcdThatStopsHalfWaySaysSo() throws Exception {
        OpenOcd openOcd = new OpenOcd(program("openocd",
                "echo '** Programming Started **'\necho 'Error: SAMD: NVM lock error'\nexit 1\n"));
        ProgrammingFailed failed = assertThrows(ProgrammingFailed.class,
                () -> new OpenOcdProgrammer(openOcd, "kit:1", () -> NOWHERE, Optional.empty()).program(image(8),
                        ProgrammingListener.NONE));
        assertTrue(failed.getMessage().contains("SAMD: NVM lock error"), failed.getMessage());
    }

    @Test
    void openOcdIsToldTheSameWhateverTheDebugPortIs() throws Exception {
        OpenOcd openOcd = new OpenOcd(program("openocd", "echo \"$@\" > " + folder.resolve("arguments")
                + "\necho '** Programming Started **'\necho '** Programming Finished **'\necho '** Verified OK **'\n"));
        List<Step> steps = new ArrayList<>();
        new OpenOcdProgrammer(openOcd, "kit:1", () -> NOWHERE, Optional.empty()).program(image(8),
                (step, done, total) -> steps.add(step));
        String arguments = Files.readString(folder.resolve("arguments"));
        assertTrue(arguments.matches("(?s)-c adapter driver dummy -f target/at91samdXX.cfg -c gdb_port disabled;.*"
                + " -c program \\{.*\\.hex\\} verify -c reset run -c shutdown\n"), arguments);
        assertEquals(List.of(Step.ERASE, Step.WRITE, Step.VERIFY), steps);
    }

    @Test
    void aBoardOnUsbNeedsTheUsersImageOfTheFactoryProgram() throws Exception {
        OpenOcd openOcd = new OpenOcd(program("openocd", ""));
        assertTrue(assertThrows(LinkFailed.class,
                () -> new OpenOcdProgrammer(openOcd, "kit:1", () -> NOWHERE, Optional.empty())
                        .restoreFactoryProgram(ProgrammingListener.NONE))
                .getMessage().contains("CryptoAuth_Trust_Platform.hex"));
    }

    @Test
    void aProgramIsStoppedWithAllThatItStarted() throws Exception {
        Path slow = program("slow", "echo begun\nsleep 1000\n");
        List<String> lines = new ArrayList<>();
        assertThrows(CancellationException.class, () -> new ToolProcess(List.of(slow.toString()), folder)
                .run(lines::add, () -> !lines.isEmpty()));
        assertEquals(List.of("begun"), lines);
        assertFalse(ProcessHandle.current().descendants()
                .anyMatch(each -> each.isAlive() && each.info().commandLine().orElse("").contains("sleep 1000")));
    }
}
