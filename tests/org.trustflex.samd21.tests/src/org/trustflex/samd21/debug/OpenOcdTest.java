package org.trustflex.samd21.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.samd21.NonVolatileMemory;
import org.trustflex.samd21.Pace;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Samd21;
import org.trustflex.samd21.Tools;

/** The real OpenOCD, with its unmodified configuration for the part, erases, programs, verifies and protects. */
final class OpenOcdTest {

    private final NonVolatileMemory memory = NonVolatileMemory.factoryNew();
    private final Samd21 part = Samd21.powerOn(memory);
    private final StringBuffer console = new StringBuffer();

    @TempDir
    private Path folder;

    private RunningPart running;
    private BitbangServer server;

    @BeforeEach
    void attach() throws IOException {
        Assumptions.assumeTrue(Tools.isInstalled("openocd"), "openocd is not installed: no debugger");
        part.listenUart(3, 22, (value, baud) -> console.append((char) value));
        running = RunningPart.start(part, Pace.FULL_SPEED);
        server = BitbangServer.open(running, 0);
    }

    @AfterEach
    void detach() throws IOException {
        if (server != null) {
            server.close();
            running.close();
        }
    }

    private String openOcd(String... commands) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openocd", "-c",
                "adapter driver remote_bitbang; remote_bitbang port "
                        + server.port() + "; remote_bitbang host localhost; transport select jtag",
                "-f", "target/at91samdXX.cfg",
                "-c", "gdb_port disabled; tcl_port disabled; telnet_port disabled; init; reset halt"));
        for (String each : commands) {
            command.addAll(List.of("-c", each));
        }
        command.addAll(List.of("-c", "shutdown"));
        return Tools.run(command);
    }

    @Test
    void programsAndVerifiesAProgramThatThenRuns() throws IOException, InterruptedException {
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        String output = openOcd("program " + elf + " verify", "reset run", "sleep 200");
        assertTrue(output.contains("Verified OK"), output);
        assertTrue(output.contains("SAMD21E18A"), output);
        byte[] image = Tools.binary(elf);
        assertArrayEquals(image, Arrays.copyOf(memory.flash(), image.length));
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!console.toString().contains("no answer") && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(console.toString().startsWith("hello from the board\r\nno answer"), console.toString());
    }

    @Test
    void writes32KilobytesAndReadsThemBack() throws IOException, InterruptedException {
        byte[] content = new byte[32 * 1024];
        new Random(21).nextBytes(content);
        Path image = Files.write(folder.resolve("random.bin"), content);
        long begin = System.nanoTime();
        openOcd("flash write_image erase " + image + " 0x8000", "verify_image " + image + " 0x8000",
                "dump_image " + folder.resolve("back.bin") + " 0x8000 0x8000");
        System.out.printf("32 KiB written, verified and dumped through remote_bitbang in %.2f s%n",
                (System.nanoTime() - begin) / 1e9);
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("back.bin")));
    }

    @Test
    void aProtectedSectorIsRefused() throws IOException, InterruptedException {
        Path image = Files.write(folder.resolve("page.bin"), new byte[64]);
        openOcd("flash protect 0 2 2 on");
        IOException refused = assertThrows(IOException.class, () -> openOcd("flash write_image " + image + " 0x8000"));
        assertTrue(refused.getMessage().contains("NVM lock error"), refused.getMessage());
        assertEquals(-1, memory.flash()[0x8000]);
        openOcd("flash protect 0 2 2 off", "flash write_image " + image + " 0x8000");
        assertEquals(0, memory.flash()[0x8000]);
    }

    @Test
    void theUserRowAndChipEraseAreThere() throws IOException, InterruptedException {
        String output = openOcd("at91samd bootloader", "at91samd nvmuserrow");
        assertTrue(output.contains("Bootloader size is 0 bytes"), output);
        memory.flash()[0x1234] = 0;
        openOcd("at91samd chip-erase");
        assertEquals(-1, memory.flash()[0x1234]);
    }

    @Test
    void gdbLoadsBreaksWatchesAndUnwinds() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Tools.isInstalled("gdb-multiarch"), "gdb-multiarch is not installed: no debugger");
        Path elf = Tools.compile(folder, "blink.c", "-Os");
        String pipe = "target extended-remote | openocd -c \"gdb_port pipe; tcl_port disabled; telnet_port disabled; "
                + "log_output " + folder.resolve("log")
                + "; adapter driver remote_bitbang; remote_bitbang port " + server.port()
                + "; remote_bitbang host localhost; transport select jtag\" -f target/at91samdXX.cfg";
        List<String> command = new ArrayList<>(List.of("gdb-multiarch", "-nx", "-batch"));
        for (String each : List.of("set pagination off", "set confirm off", "set remotetimeout 30", pipe,
                "monitor reset halt", "load", "compare-sections", "monitor reset halt", "break main", "continue",
                "delete", "watch transfer.length", "continue", "delete", "hbreak on_sercom2", "continue", "backtrace",
                "delete", "stepi", "finish", "print $pc", "print transfer.length")) {
            command.addAll(List.of("-ex", each));
        }
        command.add(elf.toString());
        String output = Tools.run(command);
        assertTrue(output.contains("matched") && !output.contains("MIS-MATCHED"), output);
        assertTrue(output.contains("Breakpoint 1, main ()"), output);
        assertTrue(output.contains("Hardware watchpoint 2: transfer.length"), output);
        assertTrue(output.contains("Breakpoint 3, on_sercom2 ()"), output);
        assertTrue(output.contains("<signal handler called>"), output);
        assertTrue(output.contains("run_transfer"), output);
    }

    @Test
    void theProcessorIsSeenAndStepped() throws IOException, InterruptedException {
        String output = openOcd("mww 0x20000000 0x3001 1", "mww 0x20000004 0xE7FDBF00", "reg pc 0x20000000", "reg r0 0",
                "reg xPSR 0x01000000", "step", "step", "reg r0", "reg pc", "dap info");
        assertTrue(output.contains("r0 (/32): 0x00000001"), output);
        assertTrue(output.contains("pc (/32): 0x20000004"), output);
        assertTrue(output.contains("Cortex-M0+"), output);
    }
}
