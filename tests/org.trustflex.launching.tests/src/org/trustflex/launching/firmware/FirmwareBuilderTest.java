package org.trustflex.launching.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.launching.TrustFlexLaunching;
import org.trustflex.launching.Workbench;
import org.trustflex.launching.problems.ProblemKind;
import org.trustflex.launching.problems.ProblemMarkers;
import org.trustflex.launching.tools.Tool;

/** Firmware is built as its sources change, and what the compiler says is marked at the line that it says it of. */
class FirmwareBuilderTest {

    @RegisterExtension
    private final Workbench bench = new Workbench();

    private FirmwareProject firmware;

    @BeforeEach
    void open() throws Exception {
        firmware = new FirmwareProject(bench.project().model());
    }

    @AfterEach
    void lookForToolsAgain() {
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).remove(Tool.COMPILER.preference());
    }

    private void createFirmware() throws CoreException {
        FirmwareCreation.create(bench.project(), new NullProgressMonitor());
    }

    private List<IMarker> markers(String type) throws CoreException {
        return Arrays.asList(bench.project().project().findMarkers(type, true, IResource.DEPTH_INFINITE));
    }

    private boolean marked(ProblemKind kind) throws CoreException {
        return markers(ProblemMarkers.TYPE).stream()
                .anyMatch(marker -> ProblemKind.of(marker).equals(Optional.of(kind)));
    }

    /** Puts a line before the first function of main.c and returns its number. */
    private int insert(String line) throws Exception {
        Path main = firmware.folder().resolve("src/main.c");
        List<String> lines = new ArrayList<>(Files.readAllLines(main));
        int at = lines.indexOf("int main(void)");
        assertTrue(at > 0, "main.c has changed");
        lines.add(at, line);
        Files.write(main, lines);
        return at + 1;
    }

    @Test
    void aProjectWithoutFirmwareIsNotBuilt() throws Exception {
        bench.resources();
        bench.refreshAndBuild();
        assertFalse(Files.exists(firmware.folder()));
        assertEquals(List.of(), markers(CompilerMarkers.TYPE));
    }

    @Test
    void withoutResourcesTheSentenceOfTheGuideIsTheProblemAndNotTheCompilers() throws Exception {
        createFirmware();
        bench.refreshAndBuild();
        assertTrue(marked(ProblemKind.FIRMWARE_DATA_MISSING));
        assertEquals(List.of(), markers(CompilerMarkers.TYPE));
        bench.resources();
        bench.refreshAndBuild();
        assertFalse(marked(ProblemKind.FIRMWARE_DATA_MISSING));
        assertTrue(Files.exists(firmware.hex()));
        assertTrue(bench.project().file(firmware.hex()).orElseThrow().getParent().isDerived());
    }

    @Test
    void aWarningIsMarkedAtItsLineAndGoesWithItsCause() throws Exception {
        createFirmware();
        bench.resources();
        int line = insert("static int forgotten;");
        bench.refreshAndBuild();
        IMarker warning = markers(CompilerMarkers.TYPE).stream().findFirst().orElseThrow();
        assertEquals("main.c", warning.getResource().getName());
        assertEquals(line, warning.getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals(IMarker.SEVERITY_WARNING, warning.getAttribute(IMarker.SEVERITY, -1));
        assertTrue(warning.getAttribute(IMarker.MESSAGE, "").contains("forgotten"));
        Path main = firmware.folder().resolve("src/main.c");
        Files.writeString(main, Files.readString(main).replace("static int forgotten;", "// Nothing is forgotten."));
        bench.refreshAndBuild();
        assertEquals(List.of(), markers(CompilerMarkers.TYPE));
    }

    @Test
    void anErrorIsMarkedAtItsLine() throws Exception {
        createFirmware();
        bench.resources();
        int line = insert("int broken = ;");
        bench.refreshAndBuild();
        IMarker error = markers(CompilerMarkers.TYPE).stream()
                .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR).findFirst()
                .orElseThrow();
        assertEquals(line, error.getAttribute(IMarker.LINE_NUMBER, 0));
    }

    @Test
    void aMissingCompilerIsOneProblemThatSaysWhatToDo() throws Exception {
        InstanceScope.INSTANCE.getNode(TrustFlexLaunching.PLUGIN_ID).put(Tool.COMPILER.preference(),
                bench.project().folder().resolve("no-such-compiler").toString());
        createFirmware();
        bench.resources();
        bench.refreshAndBuild();
        List<IMarker> found = markers(CompilerMarkers.TYPE);
        assertEquals(1, found.size());
        assertTrue(found.get(0).getAttribute(CompilerMarkers.TOOL_MISSING, false));
        assertTrue(found.get(0).getAttribute(IMarker.MESSAGE, "").contains("preferences"));
    }

    @Test
    void dataForAnotherKeyIsStale() throws Exception {
        createFirmware();
        bench.resources();
        Path header = firmware.project().resourcesFolder().resolve("public_key_rotation.h");
        byte[] old = Files.readAllBytes(header);
        bench.rotate();
        Files.write(header, old);
        bench.refreshAndBuild();
        assertTrue(marked(ProblemKind.FIRMWARE_DATA_STALE));
    }
}
