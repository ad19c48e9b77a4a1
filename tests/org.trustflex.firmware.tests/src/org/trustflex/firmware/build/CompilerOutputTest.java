package org.trustflex.firmware.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trustflex.firmware.build.CompilerMessage.Severity;

/** What gcc, its linker and make print, as messages about lines of files. */
class CompilerOutputTest {

    private static final Path FOLDER = Path.of("/p/firmware");

    private static List<CompilerMessage> read(String... lines) {
        CompilerOutput output = new CompilerOutput(FOLDER);
        List.of(lines).forEach(output::line);
        return output.messages();
    }

    private static CompilerMessage message(String file, int line, int column, Severity severity, String text) {
        return new CompilerMessage(FOLDER.resolve(file).normalize(), line, column, severity, text);
    }

    @Test
    void errorsWarningsAndNotesHaveFileLineAndColumn() {
        assertEquals(
                List.of(message("src/main.c", 12, 5, Severity.WARNING, "unused variable 'x' [-Wunused-variable]"),
                        message("src/led.c", 3, 10, Severity.ERROR, "led.x: No such file or directory"),
                        message("src/led.h", 7, 6, Severity.NOTE, "declared here")),
                read("src/main.c: In function 'main':",
                        "src/main.c:12:5: warning: unused variable 'x' [-Wunused-variable]",
                        "   12 |     int x;", "      |         ^",
                        "src/led.c:3:10: fatal error: led.x: No such file or directory", "compilation terminated.",
                        "src/led.h:7:6: note: declared here", "make: *** [Makefile:44: build/led.o] Error 1"));
    }

    @Test
    void headersOutsideTheFolderAreFoundWhereTheyAre() {
        assertEquals(
                List.of(new CompilerMessage(Path.of("/p/00_resource_generation/public_key_rotation.h"), 2, 1,
                        Severity.ERROR, "expected ';'")),
                read("../00_resource_generation/public_key_rotation.h:2:1: error: expected ';'"));
    }

    @Test
    void theLinkersMessagesAreErrorsAtTheirLineOrInTheMakefile() {
        assertEquals(
                List.of(message("src/atecc608.c", 221, 0, Severity.ERROR, "undefined reference to `memset'"),
                        message("Makefile", 0, 0, Severity.ERROR, "region `FLASH' overflowed by 12 bytes")),
                read("/usr/lib/gcc/arm-none-eabi/12.2.1/../../../arm-none-eabi/bin/ld: build/a.o: in function `f':",
                        "/p/firmware/src/atecc608.c:221: undefined reference to `memset'",
                        "/usr/lib/gcc/arm-none-eabi/bin/ld: region `FLASH' overflowed by 12 bytes",
                        "collect2: error: ld returned 1 exit status"));
    }

    @Test
    void coloursOfATerminalAreNoPartOfAMessage() {
        assertEquals(List.of(message("src/main.c", 1, 2, Severity.ERROR, "no")),
                read("\u001b[01m\u001b[Ksrc/main.c:1:2:\u001b[m\u001b[K \u001b[01;31m\u001b[Kerror: \u001b[m\u001b[Kno"));
    }

    @Test
    void theLastLinesOfASizeReportAreTheSize() {
        CompilerOutput output = new CompilerOutput(FOLDER);
        output.line("   text\t   data\t    bss\t    dec\t    hex\tfilename");
        output.line("   3984\t    528\t      4\t   4516\t   11a4\tbuild/pub_key_rotate.elf");
        assertEquals(Optional.of(new ImageSize(4512, 532)), output.size());
        assertEquals("4,512 of 262,144 bytes of flash, 532 of 32,768 bytes of RAM",
                output.size().orElseThrow().toString());
    }
}
