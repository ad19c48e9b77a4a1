package org.trustflex.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has an Eclipse installs the feature from the update site into it, works with it, and can remove it again. */
@Timeout(900)
class InstallTest {

    private static final String FEATURE = "org.trustflex.feature.feature.group";
    private static final String SITE = Terminal.ROOT.resolve("releng/org.trustflex.repository/target/repository")
            .toUri()
            .toString();

    @TempDir
    Path folder;

    @Test
    void theFeatureIsInstalledUsedAndRemoved() throws Exception {
        Terminal terminal = Terminal.in(folder);
        Installation eclipse = Installation.built().copyTo(folder.resolve("eclipse"));
        List<String> ours = eclipse.installedBundles();
        assertTrue(ours.contains("org.trustflex.ui"), ours::toString);

        remove(eclipse, terminal);

        director(eclipse, terminal, "-repository", SITE, "-installIU", FEATURE);
        assertEquals(ours, eclipse.installedBundles());
        theWorkbenchOpensInOurPerspective(eclipse, terminal);
        aRotationRuns(eclipse, terminal);

        remove(eclipse, terminal);
        theWorkbenchOpens(eclipse, terminal, folder.resolve("other-workspace"));
    }

    private static void remove(Installation eclipse, Terminal terminal) throws IOException, InterruptedException {
        director(eclipse, terminal, "-uninstallIU", FEATURE);
        assertEquals(List.of(), eclipse.installedBundles());
        terminal.run(eclipse.start("-data", "@none", "-application",
                "org.eclipse.equinox.p2.garbagecollector.application", "-profile", "DefaultProfile")).is(0);
        assertEquals(List.of(), eclipse.ownFiles());
    }

    private static void director(Installation eclipse, Terminal terminal, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                eclipse.start("-data", "@none", "-application", "org.eclipse.equinox.p2.director"));
        command.addAll(List.of(words));
        terminal.run(command).is(0);
    }

    private void theWorkbenchOpensInOurPerspective(Installation eclipse, Terminal terminal) throws Exception {
        Path workspace = folder.resolve("workspace");
        theWorkbenchOpens(eclipse, terminal, workspace, "-perspective", "org.trustflex.ui.perspective");
        String model = Files
                .readString(workspace.resolve(".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"));
        assertTrue(model.contains("elementId=\"org.trustflex.ui.perspective\""), model);
        assertTrue(model.contains("elementId=\"org.trustflex.ui.boards\""), model);
    }

    private static void theWorkbenchOpens(Installation eclipse, Terminal terminal, Path workspace, String... words)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(Terminal.ROOT.resolve("releng/desktop").toString(),
                resource("close-when-open.sh")));
        command.addAll(eclipse.start("-data", workspace.toString(), "-pluginCustomization",
                resource("plugin_customization.ini")));
        command.addAll(List.of(words));
        terminal.run(command).is(0);
        nothingOfOursIsLogged(workspace);
    }

    private void aRotationRuns(Installation eclipse, Terminal terminal) throws Exception {
        terminal.trustflex("simulator create demo").is(0);
        terminal.trustflex("resources --board sim:demo --project P").is(0);
        LaunchFiles.rotation(folder.resolve("P/rotate.launch"), "P");
        Path workspace = folder.resolve("headless");
        terminal.run(eclipse.start("-data", workspace.toString(), "-application", "org.trustflex.launching.run",
                "P/rotate.launch")).is(0);
        nothingOfOursIsLogged(workspace);
    }

    private static void nothingOfOursIsLogged(Path workspace) throws IOException {
        assertTrue(Files.isDirectory(workspace.resolve(".metadata")));
        Path log = workspace.resolve(".metadata/.log");
        if (Files.exists(log)) {
            // The session's header repeats the arguments, which name our application.
            assertEquals(List.of(), Files.readAllLines(log).stream()
                    .filter(line -> line.contains("org.trustflex") && !line.contains(" arguments: ")).toList());
        }
    }

    private static String resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(InstallTest.class.getResource("/" + name)).toURI()).toString();
    }
}
