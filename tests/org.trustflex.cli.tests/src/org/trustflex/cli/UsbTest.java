package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A board on USB, by way of hid4java and its own native library, down to the system calls; umockdev plays the kernel. */
@Timeout(180)
class UsbTest {

    private static final String UMOCKDEV = "umockdev-run";
    private static final String SERIAL = "0123F51D0000002A01";
    private static final int FOR_EVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        Assumptions.assumeTrue(isInstalled(UMOCKDEV), "umockdev is not installed");
        shell = new Shell(folder);
        shell.type("simulator create demo --serial " + SERIAL).is(0);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** What a command that sees the board on USB says, whatever its exit code. */
    private record Said(int exitCode, String out, String err) {
    }

    private Said run(FakeHidraw usb, List<String> with, String... words) throws Exception {
        List<String> wrapper = new ArrayList<>(usb.wrapper());
        wrapper.addAll(with);
        try (Program program = Program.start(shell, wrapper, words)) {
            StringBuilder out = new StringBuilder();
            program.line().ifPresent(out::append);
            for (var line = program.line(); line.isPresent(); line = program.line()) {
                out.append('\n').append(line.get());
            }
            String err = program.errors();
            return new Said(program.exitCode(), out.toString(), err);
        }
    }

    private String succeed(FakeHidraw usb, String... words) throws Exception {
        Said said = run(usb, List.of(), words);
        assertEquals(0, said.exitCode(), said.out() + "\n" + said.err());
        return said.out();
    }

    @Test
    void itIsFoundProvisionedAndRotated() throws Exception {
        try (FakeHidraw usb = new FakeHidraw(shell, "demo", FOR_EVER)) {
            String boards = succeed(usb, "boards");
            assertTrue(boards.contains("kit:" + SERIAL), boards);
            succeed(usb, "resources", "--board", "kit:" + SERIAL, "--project", "P");
            succeed(usb, "rotate", "--board", "kit:" + SERIAL, "--project", "P");
        }
        String slots = shell.type("slots --board sim:demo --project P --json").is(0).out();
        assertTrue(slots.contains("\"valid\""), slots);
    }

    @Test
    void whenItIsUnpluggedInTheMiddleThatIsSaidAndTheNextRunCompletes() throws Exception {
        try (FakeHidraw usb = new FakeHidraw(shell, "demo", 60)) {
            Said said = run(usb, List.of(), "resources", "--board", "kit:" + SERIAL, "--project", "P");
            assertEquals(4, said.exitCode(), said.out() + "\n" + said.err());
            assertTrue(said.err().contains("/dev/hidraw7") && said.err().contains("unplugged"), said.err());
        }
        try (FakeHidraw usb = new FakeHidraw(shell, "demo", FOR_EVER)) {
            succeed(usb, "resources", "--board", "kit:" + SERIAL, "--project", "P");
        }
    }

    /** Root without the privileges by which it may open everything. */
    private static List<String> unprivileged() {
        boolean root = System.getProperty("user.name").equals("root");
        Assumptions.assumeTrue(!root || isInstalled("setpriv"), "root may open everything, and setpriv is missing");
        return root ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--") : List.of();
    }

    @Test
    void withoutPermissionTheUdevRuleIsNamed() throws Exception {
        List<String> unprivileged = unprivileged();
        try (FakeHidraw usb = new FakeHidraw(shell, "demo", FOR_EVER)) {
            usb.forbid();
            Said said = run(usb, unprivileged, "boards");
            assertEquals(0, said.exitCode(), said.err());
            assertTrue(said.err().contains("no permission") && said.err().contains("TAG+=\"uaccess\""), said.err());
        }
    }

    /** The node is there before the operating system has set its permissions. */
    @Test
    void whenItCanBeOpenedOnlyAMomentAfterItWasPluggedInThatIsWaitedFor() throws Exception {
        List<String> unprivileged = unprivileged();
        Path logging = Files.writeString(shell.file("logging.properties"), String.join("\n",
                "handlers=java.util.logging.ConsoleHandler", "java.util.logging.ConsoleHandler.level=ALL",
                "org.trustflex.level=ALL", ""));
        try (FakeHidraw usb = new FakeHidraw(shell, "demo", FOR_EVER)) {
            usb.forbid();
            List<String> wrapper = new ArrayList<>(usb.wrapper());
            wrapper.addAll(List.of("env", "JAVA_TOOL_OPTIONS=-Djava.util.logging.config.file=" + logging));
            wrapper.addAll(unprivileged);
            try (Program program = Program.start(shell, wrapper, "boards")) {
                String refused = program.errorLine().orElseThrow();
                while (!refused.contains("/dev/hidraw7 does not open yet")) {
                    refused = program.errorLine().orElseThrow();
                }
                usb.allow();
                StringBuilder boards = new StringBuilder();
                for (var line = program.line(); line.isPresent(); line = program.line()) {
                    boards.append(line.get()).append('\n');
                }
                assertTrue(boards.toString().contains("kit:" + SERIAL), boards + program.errors());
                assertEquals(0, program.exitCode());
            }
        }
    }
}
