package org.trustflex.firmware.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.Workbench;
import org.trustflex.firmware.Workbench.Log;
import org.trustflex.firmware.build.CompilerMessage.Severity;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.Remedy;
import org.trustflex.provisioning.rotation.RotationStep;

/** A developer builds the firmware with the real cross compiler. */
class FirmwareBuildTest {

    @TempDir
    private Path folder;

    @Test
    void theFirmwareIsBuiltWithoutAWarningAndIsSmall() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        Log log = new Log();
        BuildResult built = bench.build(log);
        assertTrue(built.succeeded(), log::toString);
        assertEquals(List.of(), built.messages());
        ImageSize size = built.size().orElseThrow();
        System.out.println("pub_key_rotate: " + size);
        assertTrue(size.flash() < 8 * 1024 && size.ram() < 2 * 1024, size.toString());
        assertTrue(Files.readString(bench.firmware().hex()).startsWith(":"));
        assertTrue(Files.isRegularFile(bench.firmware().elf()));
        String commands = Files.readString(bench.firmware().buildFolder().resolve("compile_commands.json"));
        assertTrue(commands.contains("\"file\": \"src/rotation.c\""), commands);
        assertTrue(commands.contains("\"directory\": \"" + bench.firmware().folder() + "\""), commands);
    }

    @Test
    void aSecondBuildCompilesWhatChangedAndNothingElse() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        bench.build();
        Log nothing = new Log();
        assertTrue(bench.build(nothing).succeeded());
        assertFalse(nothing.toString().contains("gcc"), nothing::toString);
        bench.rotation().run(RotationStep.GENERATE, bench.board().element(), new Log());
        bench.rotation().run(RotationStep.AUTHORIZE, bench.board().element(), new Log());
        Log again = new Log();
        assertTrue(bench.build(again).succeeded());
        assertTrue(again.toString().contains("src/rotation.c"), again::toString);
        assertFalse(again.toString().contains("src/led.c"), again::toString);
    }

    @Test
    void anErrorIsToldWithItsLineAndNothingIsBuilt() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        Path led = bench.firmware().folder().resolve("src/led.c");
        Files.writeString(led, "int before;\nint unused(int x) { int y; return z; }\n");
        BuildResult failed = bench.build(new Log());
        assertFalse(failed.succeeded());
        assertTrue(failed.messages().stream().anyMatch(message -> message.file().equals(led) && message.line() == 2
                && message.severity() == Severity.ERROR && message.message().contains("'z' undeclared")),
                failed.messages().toString());
        assertTrue(failed.messages().stream().anyMatch(message -> message.severity() == Severity.WARNING
                && message.message().contains("unused")), failed.messages().toString());
    }

    @Test
    void withoutResourcesItSaysToRunThemFirst() throws Exception {
        Workbench bench = Workbench.bare(folder);
        bench.firmware().create();
        NotPossible missing = assertThrows(NotPossible.class, () -> bench.build(new Log()));
        assertTrue(missing.getMessage().contains("public_key_rotation.h is missing, which the firmware includes. "
                + "Generate the resources first"), missing.getMessage());
        assertEquals(Optional.of(Remedy.GENERATE_RESOURCES), missing.remedy());
    }

    @Test
    void makeByItselfSaysSoToo() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        Workbench.toolchain();
        Files.delete(bench.project().resourcesFolder().resolve("public_key_rotation_device.h"));
        Process make = new ProcessBuilder("make").directory(bench.firmware().folder().toFile())
                .redirectErrorStream(true).start();
        String output = new String(make.getInputStream().readAllBytes());
        assertTrue(make.waitFor() != 0
                && output.contains("public_key_rotation_device.h is missing: generate the resources"), output);
    }

    @Test
    void staleDataIsSaidBeforeTheCompilerRuns() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        bench.rotation().run(RotationStep.GENERATE, bench.board().element(), new Log());
        Log log = new Log();
        bench.build(log);
        assertTrue(log.toString().startsWith("The C data in 00_resource_generation is for another key"),
                log::toString);
    }

    @Test
    void withoutFirmwareItSaysHowToLayItDown() throws Exception {
        Workbench bench = Workbench.bare(folder);
        assertEquals(Optional.of(Remedy.CREATE_FIRMWARE),
                assertThrows(NotPossible.class, () -> bench.build(new Log())).remedy());
    }

    @Test
    void aBuildIsStoppedWhenTheUserWantsIt() throws Exception {
        Workbench bench = Workbench.withFirmware(folder);
        assertThrows(OperationCancelled.class, () -> bench.build(new Log().cancel()));
        assertFalse(Files.exists(bench.firmware().hex()));
    }

    @Test
    void aMissingToolchainIsToldWithTheLineThatInstallsIt() {
        ToolMissing nowhere = assertThrows(ToolMissing.class,
                () -> Toolchain.find(Optional.empty(), Map.of("PATH", folder.toString())));
        assertEquals("arm-none-eabi-gcc", nowhere.tool());
        assertTrue(nowhere.getMessage().contains("sudo apt install gcc-arm-none-eabi"), nowhere.getMessage());
        ToolMissing elsewhere = assertThrows(ToolMissing.class,
                () -> Toolchain.find(Optional.of(folder), System.getenv()));
        assertTrue(elsewhere.getMessage().contains(folder.toString()), elsewhere.getMessage());
    }

    @Test
    void aPreferenceForTheToolchainComesBeforeThePath() throws Exception {
        Workbench.toolchain();
        Path compiler = Files.createFile(folder.resolve("arm-none-eabi-gcc"));
        assertTrue(compiler.toFile().setExecutable(true));
        assertEquals(folder.resolve("arm-none-eabi-").toString(),
                Toolchain.find(Optional.of(folder), System.getenv()).cross());
    }
}
