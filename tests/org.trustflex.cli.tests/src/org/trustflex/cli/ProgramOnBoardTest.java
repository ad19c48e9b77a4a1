package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.tests.support.CrossCompiler;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A firmware developer loads his program into a simulated board, runs it, and debugs it with the tools that he has. */
@Timeout(180)
class ProgramOnBoardTest {

    private static final Pattern PORT = Pattern.compile(".* 127\\.0\\.0\\.1:(\\d+).*");
    private static final String FOUND = "looking for the secure element\r\nserial number 0123F51D0000002A01\r\n"
            + "public key after ms 0B\r\nasleep again\r\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo --serial 0123F51D0000002A01").is(0);
    }

    private Path program() throws Exception {
        return CrossCompiler.compile(folder, "element.c");
    }

    @Test
    void heLoadsAProgramRunsItAndSeesConsoleAndLed() throws Exception {
        program();
        assertTrue(shell.type("boards").is(0).out().contains("kit 2.2.0"));
        String loaded = shell.type("simulator load demo element.elf").is(0).out();
        assertTrue(loaded.matches("Loaded element.elf into sim:demo: \\d+ bytes, verified\\R"), loaded);
        assertTrue(shell.type("boards").is(0).out().contains("firmware element.elf"));
        String shown = shell.type("simulator run demo --for 3.2s").is(0).out();
        assertTrue(shown.startsWith(FOUND), shown);
        assertTrue(shown.contains("\nLED: 1.0 blinks a second"), shown);
        Matcher end = Pattern.compile("3\\.200 s of device time, (\\d+) cycles, PC 0000[0-9A-F]{4}\\R").matcher(shown);
        assertTrue(end.find(), shown);
        // Nearly all of it at 48 MHz.
        assertEquals(3.2 * 48e6, Long.parseLong(end.group(1)), 1e6);
        assertEquals(shown, shell.type("simulator run demo --for 3200ms --speed max").is(0).out(), "the same again");
    }

    @Test
    void inRealTimeItTakesAsLongAsOnTheRealBoard() throws Exception {
        program();
        shell.type("simulator load demo element.elf").is(0);
        long begin = System.nanoTime();
        shell.type("simulator run demo --for 300ms --speed real").is(0);
        assertTrue(System.nanoTime() - begin >= 280_000_000, "300 ms of device time");
    }

    @Test
    void theKitIsGoneUntilTheFactoryProgramIsRestored() throws Exception {
        String kit = shell.type("simulator run demo --for 1s").is(3).err();
        assertTrue(kit.contains("simulator load demo IMAGE"), kit);
        program();
        shell.type("simulator load demo element.elf").is(0);
        for (String line : new String[] { "slots --board sim:demo", "simulator serve demo --kit-tcp 0" }) {
            String refused = shell.type(line).is(4).err();
            assertTrue(refused.contains("runs firmware element.elf and not its kit program"), refused);
            assertTrue(refused.contains("simulator load demo --factory"), refused);
        }
        shell.type("simulator load demo --factory").is(0);
        shell.type("slots --board sim:demo").is(0);
    }

    @Test
    void aFileThatIsNoImageIsRefusedAndNothingIsErased() throws Exception {
        Files.writeString(folder.resolve("broken.hex"), ":0100000001FD\n:00000001FF\n");
        String refused = shell.type("simulator load demo broken.hex").is(5).err();
        assertTrue(refused.contains("line 1: the checksum is FD, but should be FE"), refused);
        shell.type("simulator load demo none.hex").is(5);
        shell.type("simulator load demo").is(2);
        shell.type("simulator load demo broken.hex --factory").is(2);
        shell.type("simulator load nobody broken.hex").is(4);
        shell.type("simulator run demo --for 1").is(2);
        shell.type("simulator run demo --for 0s").is(2);
        shell.type("slots --board sim:demo").is(0);
    }

    @Test
    void aProgramThatLocksUpIsToldSo() throws Exception {
        Files.writeString(folder.resolve("lockup.hex"), ":08000000008000200000000058\n:00000001FF\n");
        shell.type("simulator load demo lockup.hex").is(0);
        Shell.Answer answer = shell.type("simulator run demo --for 1s").is(3);
        assertTrue(answer.err().contains("locked up"), answer.err());
        assertTrue(answer.out().contains("LED: off"), answer.out());
    }

    @Test
    void openOcdProgramsTheServedBoardWhoseKitThenGoesAndWhoseConsoleSpeaks() throws Exception {
        Assumptions.assumeTrue(CrossCompiler.isInstalled("openocd"), "openocd is not installed: no debugger");
        Path elf = program();
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0", "--uart-tcp", "0",
                "--debug-jtag", "0")) {
            int kit = port(serving);
            int console = port(serving);
            assertTrue(line(serving).contains("debug port"));
            String openOcd = line(serving);
            assertEquals("sim:demo runs kit 2.2.0 (Ctrl-C ends it)", line(serving));
            try (RawClient client = new RawClient(kit); Socket uart = connect(console)) {
                assertEquals("00(04113343)", client.ask("E:w()"));
                String output = CrossCompiler.run(List.of("sh", "-c", openOcd
                        + " -c 'gdb_port disabled; tcl_port disabled; telnet_port disabled; init; reset halt; program "
                        + elf + " verify; reset run; shutdown'"));
                assertTrue(output.contains("Verified OK"), output);
                assertEquals(FOUND, read(uart, FOUND.length()));
                assertEquals("sim:demo runs another program now: its kit is gone, and its clients with it",
                        line(serving));
            }
            assertThrows(ConnectException.class, () -> connect(kit).close());
            serving.terminate();
            assertEquals(0, serving.exitCode(), serving::errors);
        }
        assertTrue(shell.type("simulator run demo --for 100ms").is(0).out().startsWith(FOUND));
    }

    @Test
    @EnabledOnOs({ OS.LINUX, OS.MAC })
    void aTerminalProgramSeesTheConsoleAndTypes() throws Exception {
        CrossCompiler.compile(folder, "blink.c");
        shell.type("simulator load demo blink.elf").is(0);
        Path terminal = folder.resolve("console");
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--uart-pty", "console", "--speed",
                "real")) {
            assertTrue(line(serving).contains("has its console on the terminal"));
            try (InputStream in = Files.newInputStream(terminal)) {
                Files.write(terminal, "x".getBytes(StandardCharsets.US_ASCII));
                List<Integer> heard = new ArrayList<>();
                while (!heard.contains((int) 'x')) {
                    heard.add(in.read());
                }
            }
        }
        assertTrue(Files.isSymbolicLink(terminal), "it was killed");
    }

    private static String line(Program serving) throws IOException {
        return serving.line().orElseThrow(() -> new AssertionError(serving.errors()));
    }

    private static int port(Program serving) throws IOException {
        String line = line(serving);
        Matcher port = PORT.matcher(line);
        assertTrue(port.matches(), line);
        return Integer.parseInt(port.group(1));
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static String read(Socket socket, int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<Integer> next = Optional.of(socket.getInputStream().read());
        while (next.isPresent()) {
            bytes.write(next.get());
            next = bytes.size() < count ? Optional.of(socket.getInputStream().read()).filter(value -> value >= 0)
                    : Optional.empty();
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
