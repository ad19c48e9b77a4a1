package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's program uses a simulated board over TCP, while "simulator serve" runs in a process of its own. */
@Timeout(120)
class ServeTest {

    private static final Pattern ADDRESS = Pattern.compile("sim:demo serves .* 127\\.0\\.0\\.1:(\\d+) .*");

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo --serial 0123F51D0000002A01").is(0);
    }

    private static int port(Program serving) throws Exception {
        String line = serving.line().orElseThrow(() -> new AssertionError(serving.errors()));
        Matcher address = ADDRESS.matcher(line);
        assertTrue(address.matches(), line);
        return Integer.parseInt(address.group(1));
    }

    @Test
    void aClientThatIsNotOursFindsReadsAndIsRefused() throws Exception {
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0")) {
            int port = port(serving);
            try (RawClient client = new RawClient(port)) {
                assertTrue(client.ask("board:device(01)").endsWith("TWI 00(6C)"));
                assertEquals("00()", client.ask("E:physical:select(6C)"));
                assertEquals("00(04113343)", client.ask("E:w()"));
                // Read, 32 bytes, configuration zone: the serial number is in the first 13 bytes.
                String configuration = client.ask("E:t(070280000009AD)");
                assertTrue(configuration.startsWith("00(230123F51D"), configuration);
                assertTrue(configuration.substring(21).startsWith("0000002A01"), configuration);
                // Read of slot 5, a secret: an execution error.
                assertEquals("00(040F2342)", client.ask("E:t(07028228000A50)"));

                long seed = new Random().nextLong();
                System.out.println("Seed of the garbage: " + seed);
                byte[] garbage = new byte[500];
                new Random(seed).nextBytes(garbage);
                garbage[garbage.length - 1] = '\n';
                client.send(garbage);
            }
            try (RawClient next = new RawClient(port)) {
                assertTrue(next.ask("board:device(01)").endsWith("TWI 00(6C)"), "it survives garbage");
            }
        }
    }

    @Test
    void whoeverComesSecondIsToldWhoHoldsTheBoard() throws Exception {
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0")) {
            port(serving);
            for (String line : new String[] { "slots --board sim:demo", "resources --board sim:demo --project P",
                    "simulator reset demo", "simulator delete demo", "simulator serve demo --kit-tcp 0" }) {
                Shell.Answer answer = shell.type(line).is(4);
                assertTrue(answer.err().contains("sim:demo is in use by process "), answer.err());
                assertTrue(answer.err().contains("simulator serve"), answer.err());
            }
            assertTrue(shell.type("boards").is(0).out().contains("in use by process "));
            shell.type("trace --board sim:demo --last 5").is(0);
        }
        shell.type("slots --board sim:demo").is(0);
    }

    @Test
    void sigtermClosesCleanly() throws Exception {
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0")) {
            int port = port(serving);
            serving.terminate();
            assertEquals(0, serving.exitCode());
            assertEquals("sim:demo is powered off", serving.line().orElseThrow());
            assertEquals("", serving.errors());
            assertThrows(ConnectException.class, () -> new RawClient(port).close());
        }
        shell.type("slots --board sim:demo").is(0);
    }

    @Test
    void aPowerCutEndsIt() throws Exception {
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0")) {
            port(serving);
            assertTrue(shell.type("simulator power-cut demo").is(0).out().startsWith("Cut the power of sim:demo"));
            assertEquals(4, serving.exitCode());
            assertTrue(serving.errors().contains("The power of sim:demo was cut"));
        }
        assertTrue(shell.type("simulator power-cut demo").is(0).out().contains("no power to cut"));
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Shell.Answer answer = shell.type("simulator serve demo --kit-tcp " + taken.getLocalPort()).is(4);
            assertTrue(answer.err().contains(String.valueOf(taken.getLocalPort())), answer.err());
            assertEquals("", answer.out());
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a pseudo terminal is where others look for a serial port")
    void aSerialTerminalIsServedBesideTheTcpPort() throws Exception {
        Path link = shell.file("kit");
        try (Program serving = Program.start(shell, "simulator", "serve", "demo", "--kit-tcp", "0", "--kit-pty",
                "kit")) {
            int port = port(serving);
            String line = serving.line().orElseThrow();
            assertTrue(line.startsWith("sim:demo serves the kit protocol on the terminal " + link), line);
            shell.type("slots --board serial:" + link).is(0);
            try (RawClient client = new RawClient(port)) {
                assertTrue(client.ask("board:device(01)").endsWith("TWI 00(6C)"));
                Shell.Answer answer = shell.type("slots --board serial:" + link).is(4);
                assertTrue(answer.err().contains("in use by 127.0.0.1:"), answer.err());
            }
            serving.terminate();
            assertEquals(0, serving.exitCode());
        }
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        shell.type("simulator serve demo").is(2);
    }
}
