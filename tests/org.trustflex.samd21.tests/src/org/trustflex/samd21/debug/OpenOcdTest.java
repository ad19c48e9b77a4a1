package org.trustflex.samd21.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.Pace;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;
import org.trustflex.samd21.Tools;

/**
 * The real OpenOCD, with its unmodified configuration for the part, erases, programs, verifies, protects and debugs, over
 * each cable: remote_bitbang on TCP, and the nEDBG on USB with OpenOCD's unmodified configuration for CMSIS-DAP.
 */
final class OpenOcdTest {

    private static final long DEADLINE = 20_000_000_000L;
    private static final String TARGET = "target/at91samdXX.cfg";

    private final NonVolatileMemory memory = NonVolatileMemory.factoryNew();
    private final StringBuffer console = new StringBuffer();

    @TempDir
    private Path folder;

    private RunningPart running;
    private DebugCable cable;

    static List<Arguments> cables() {
        DebugCable.Kind bitbang = (part, any) -> new BitbangCable(part);
        DebugCable.Kind usb = UsbCable::new;
        return List.of(Arguments.of(Named.of("remote_bitbang", bitbang)), Arguments.of(Named.of("CMSIS-DAP", usb)));
    }

    @BeforeEach
    void power() {
        Assumptions.assumeTrue(Tools.isInstalled("openocd"), "openocd is not installed: no debugger");
        Samd21 part = Samd21.powerOn(memory);
        part.listenUart(3, 22, (value, baud) -> console.append((char) value));
        running = RunningPart.start(part, Pace.FULL_SPEED);
    }

    @AfterEach
    void detach() throws Exception {
        if (cable != null) {
            cable.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private void plug(DebugCable.Kind kind) throws Exception {
        cable = kind.plug(running, folder);
    }

    private String openOcd(String... commands) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(cable.wrapper());
        command.add("openocd");
        command.addAll(cable.arguments());
        command.addAll(List.of("-f", TARGET, "-c",
                "gdb_port disabled; tcl_port disabled; telnet_port disabled; init; reset halt"));
        for (String each : commands) {
            command.addAll(List.of("-c", each));
        }
        command.addAll(List.of("-c", "shutdown"));
        return Tools.run(command);
    }

    private void awaitConsole(String text) {
        long deadline = System.nanoTime() + DEADLINE;
        while (!console.toString().contains(text) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(console.toString().contains(text), console::toString);
    }

    private int word(int address) {
        return running.<Integer>call(part -> part.readMemory(address, 4));
    }

    @ParameterizedTest
    @MethodSource("cables")
    void programsAndVerifiesAProgramThatThenRuns(DebugCable.Kind kind) throws Exception {
        plug(kind);
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        String output = openOcd("program " + elf + " verify", "reset run");
        assertTrue(output.contains("Verified OK"), output);
        assertTrue(output.contains("SAMD21E18A"), output);
        byte[] image = Tools.binary(elf);
        assertArrayEquals(image, Arrays.copyOf(memory.flash(), image.length));
        awaitConsole("hello from the board\r\nno answer");
    }

    @ParameterizedTest
    @MethodSource("cables")
    void writes32KilobytesAndReadsThemBack(DebugCable.Kind kind) throws Exception {
        plug(kind);
        byte[] content = new byte[32 * 1024];
        new Random(21).nextBytes(content);
        Path image = Files.write(folder.resolve("random.bin"), content);
        long begin = System.nanoTime();
        openOcd("flash write_image erase " + image + " 0x8000", "verify_image " + image + " 0x8000",
                "dump_image " + folder.resolve("back.bin") + " 0x8000 0x8000");
        System.out.printf("32 KiB written, verified and dumped through %s in %.2f s%n",
                cable.getClass().getSimpleName(), (System.nanoTime() - begin) / 1e9);
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("back.bin")));
    }

    @ParameterizedTest
    @MethodSource("cables")
    void erasesWhatItIsToldAndNoMore(DebugCable.Kind kind) throws Exception {
        plug(kind);
        Arrays.fill(memory.flash(), (byte) 0);
        openOcd("flash erase_address 0x4000 0x4000");
        for (int at = 0; at < memory.flash().length; at++) {
            int address = at;
            assertEquals(at >= 0x4000 && at < 0x8000 ? -1 : 0, memory.flash()[at], () -> Integer.toHexString(address));
        }
        openOcd("at91samd chip-erase");
        byte[] erased = new byte[NonVolatileMemory.FLASH_SIZE];
        Arrays.fill(erased, (byte) 0xFF);
        assertArrayEquals(erased, memory.flash());
    }

    @ParameterizedTest
    @MethodSource("cables")
    void aProtectedSectorIsRefused(DebugCable.Kind kind) throws Exception {
        plug(kind);
        Path image = Files.write(folder.resolve("page.bin"), new byte[64]);
        openOcd("flash protect 0 2 2 on");
        IOException refused = assertThrows(IOException.class, () -> openOcd("flash write_image " + image + " 0x8000"));
        assertTrue(refused.getMessage().contains("NVM lock error"), refused.getMessage());
        assertEquals(-1, memory.flash()[0x8000]);
        IOException kept = assertThrows(IOException.class, () -> openOcd("flash erase_address 0x8000 0x100"));
        assertTrue(kept.getMessage().contains("NVM lock error"), kept.getMessage());
        openOcd("flash protect 0 2 2 off", "flash write_image " + image + " 0x8000");
        assertEquals(0, memory.flash()[0x8000]);
    }

    @ParameterizedTest
    @MethodSource("cables")
    void theUserRowIsReadAndWritten(DebugCable.Kind kind) throws Exception {
        plug(kind);
        String output = openOcd("at91samd bootloader", "at91samd nvmuserrow");
        assertTrue(output.contains("Bootloader size is 0 bytes"), output);
        assertTrue(output.toUpperCase().contains("0XFFFFFC5DD8E0C7FF"), output);
        openOcd("at91samd bootloader 8192");
        assertEquals(2, memory.userRow()[0] & 7, "BOOTPROT");
        openOcd("at91samd eeprom 1024");
        assertEquals(4, memory.userRow()[0] >>> 4 & 7, "EEPROM");
        assertTrue(openOcd("at91samd bootloader").contains("Bootloader size is 8192 bytes"));
        Path image = Files.write(folder.resolve("page.bin"), new byte[64]);
        assertThrows(IOException.class, () -> openOcd("flash write_image " + image + " 0x1000"), "in the boot area");
        assertEquals(-1, memory.flash()[0x1000]);
    }

    @ParameterizedTest
    @MethodSource("cables")
    void resetHaltStopsBeforeTheFirstInstruction(DebugCable.Kind kind) throws Exception {
        plug(kind);
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        openOcd("program " + elf, "reset run");
        awaitConsole("no answer");
        console.setLength(0);
        String output = openOcd("reg pc", "reg sp", "reg xPSR");
        assertTrue(output.contains(String.format("pc (/32): 0x%08x", word(4) & ~1)), output);
        assertTrue(output.contains(String.format("sp (/32): 0x%08x", word(0))), output);
        assertEquals("", console.toString(), "nothing ran");
        openOcd("resume");
        awaitConsole("hello from the board\r\nno answer");
    }

    @ParameterizedTest
    @MethodSource("cables")
    void gdbLoadsBreaksWatchesAndUnwinds(DebugCable.Kind kind) throws Exception {
        plug(kind);
        String output = gdb("load", "compare-sections", "monitor reset halt", "break main", "continue", "delete",
                "watch transfer.length", "continue", "delete", "hbreak on_sercom2", "continue", "backtrace", "delete",
                "stepi", "finish", "print $pc", "print transfer.length");
        assertTrue(output.contains("matched") && !output.contains("MIS-MATCHED"), output);
        assertTrue(output.contains("Breakpoint 1, main ()"), output);
        assertTrue(output.contains("Hardware watchpoint 2: transfer.length"), output);
        assertTrue(output.contains("Breakpoint 3, on_sercom2 ()"), output);
        assertTrue(output.contains("<signal handler called>"), output);
        assertTrue(output.contains("run_transfer"), output);
    }

    @ParameterizedTest
    @MethodSource("cables")
    void gdbStepsOverIntoAndOutOf(DebugCable.Kind kind) throws Exception {
        plug(kind);
        String output = gdb("load", "monitor reset halt", "tbreak start_bus", "continue", "backtrace", "finish", "step",
                "backtrace", "rwatch transfer.state", "continue", "delete", "awatch transfer.done", "continue",
                "delete",
                "print transfer.failed = 1", "print transfer.failed", "info registers xPSR pc sp", "x/2i $pc",
                "print *(unsigned *)0x30000000", "print transfer.length");
        assertTrue(output.contains("Temporary breakpoint 1, start_bus (baud=baud@entry=232)"), output);
        assertTrue(output.contains("main () at"), output);
        assertTrue(output.contains("run_transfer (length=1"), output);
        assertTrue(output.contains("Hardware read watchpoint 2: transfer.state"), output);
        assertTrue(output.contains("Hardware access (read/write) watchpoint 3: transfer.done"), output);
        assertTrue(output.contains("$2 = 1"), output);
        assertTrue(output.contains("$4 = 4"), "it goes on after a read of memory that is not there: " + output);
    }

    private String gdb(String... commands) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Tools.isInstalled("gdb-multiarch"), "gdb-multiarch is not installed: no debugger");
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        List<String> server = new ArrayList<>(cable.wrapper());
        server.addAll(List.of("openocd", "-c", "gdb_port pipe; tcl_port disabled; telnet_port disabled; log_output "
                + folder.resolve("log")));
        server.addAll(cable.arguments());
        server.addAll(List.of("-f", TARGET));
        StringBuilder script = new StringBuilder("exec");
        server.forEach(word -> script.append(" '").append(word).append('\''));
        Path launcher = Files.writeString(folder.resolve("openocd.sh"), script.append('\n'));
        List<String> command = new ArrayList<>(List.of("gdb-multiarch", "-nx", "-batch"));
        for (String each : List.of("set pagination off", "set confirm off", "set remotetimeout 30",
                "target extended-remote | sh " + launcher, "monitor reset halt")) {
            command.addAll(List.of("-ex", each));
        }
        for (String each : commands) {
            command.addAll(List.of("-ex", each));
        }
        command.add(elf.toString());
        return Tools.run(command);
    }

    @ParameterizedTest
    @MethodSource("cables")
    void theProcessorIsSeenAndStepped(DebugCable.Kind kind) throws Exception {
        plug(kind);
        String output = openOcd("mww 0x20000000 0x3001 1", "mww 0x20000004 0xE7FDBF00", "reg pc 0x20000000", "reg r0 0",
                "reg xPSR 0x01000000", "step", "step", "reg r0", "reg pc", "dap info");
        assertTrue(output.contains("r0 (/32): 0x00000001"), output);
        assertTrue(output.contains("pc (/32): 0x20000004"), output);
        assertTrue(output.contains("Cortex-M0+"), output);
    }

    @ParameterizedTest
    @MethodSource("cables")
    void theResetPinAndTheDeviceServiceUnitHaltItToo(DebugCable.Kind kind) throws Exception {
        plug(kind);
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        openOcd("program " + elf, "reset run");
        awaitConsole("no answer");
        String output = openOcd("reset_config srst_only srst_gates_jtag", "reset halt", "reg pc");
        assertFalse(output.contains("Error"), output);
        assertTrue(output.contains(String.format("pc (/32): 0x%08x", word(4) & ~1)), output);
    }
}
