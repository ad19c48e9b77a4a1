package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.problems.ProblemKind;
import org.trustflex.launching.problems.ProblemMarkers;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Ui;

/** Whatever a user does with key files in the IDE, their contents never get into the workspace's local history. */
class LocalHistoryTest {

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void wizardsRotationsFixesEditorsAndTheDeleteKeyLeaveNoKeyInIt() throws Exception {
        Workshop shop = Workshop.create();
        List<String> before = kept();
        runWizard("generateResources", "Generate Resources", 1);
        runWizard("rotate", "Rotate Key", 2);
        runWizard("rotate", "Rotate Key", 3);
        Set<String> secrets = secrets(shop);
        restrict(shop, "slot_13_ecc_key_pair.pem");
        edit(file(shop, "slot_15_ecc_key_pair.pem"));
        delete(file(shop, "slot_5_secret_key.pem"));
        edit(shop.project.file());

        List<String> after = kept();
        after.removeAll(before);
        assertFalse(after.isEmpty(), "the project's own file is there, or this test looks in the wrong place");
        for (String content : after) {
            assertFalse(content.contains("PRIVATE KEY") || secrets.contains(content), "a key is in the local history");
        }
        shop.project.project().accept(resource -> {
            if (resource instanceof IFile file && file.isDerived()) {
                assertEquals(0, file.getHistory(null).length, file.getName());
            }
            return true;
        });
    }

    /** What is in the files that are kept from the local history. */
    private static Set<String> secrets(Workshop shop) throws Exception {
        Set<String> contents = new HashSet<>();
        shop.project.project().accept(resource -> {
            if (resource instanceof IFile file && file.isDerived()) {
                contents.add(read(file.getLocation().toPath()));
            }
            return true;
        });
        assertTrue(contents.size() > 10, contents.size() + " secret files");
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void runWizard(String command, String title, int operation) {
        Workshop.command("org.trustflex.ui." + command);
        Button finish = Find.button(Find.shell(title), "Finish");
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(finish);
        assertEquals(ExitCode.DONE, Workshop.ended(operation).exitCode());
    }

    private static IFile file(Workshop shop, String name) {
        IFile file = shop.project.file(shop.resource(name)).orElseThrow();
        Await.until(name + " is known", file::exists);
        return file;
    }

    /** The quick fix for a key that others can read. */
    private static void restrict(Workshop shop, String name) throws Exception {
        IFile file = file(shop, name);
        Path key = file.getLocation().toPath();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        shop.project.project().build(IncrementalProjectBuilder.FULL_BUILD, null);
        Ui.run(() -> Stream.of(file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO))
                .filter(marker -> ProblemKind.of(marker).filter(ProblemKind.KEY_READABLE::equals).isPresent())
                .forEach(marker -> IDE.getMarkerHelpRegistry().getResolutions(marker)[0].run(marker)));
        Await.until("only its owner reads the key",
                () -> PosixFilePermissions.toString(Files.getPosixFilePermissions(key)).equals("rw-------"));
    }

    /** Opens a file as text, types something at its beginning and saves it. Eclipse warns of a file that it won't keep. */
    private void edit(IFile file) {
        IEditorPart editor = Ui.get(() -> IDE.openEditor(Desk.page(), file, TEXT_EDITOR));
        Control text = Ui.get(() -> editor.getAdapter(Control.class));
        robot.focus(text);
        robot.type("x");
        if (file.isDerived()) {
            robot.click(Find.button(Find.shell("Derived File Encountered"), "Yes"));
            robot.focus(text);
            robot.type("x");
        }
        Await.until("something was typed", editor::isDirty);
        robot.press(SWT.CTRL, 's');
        Await.until("it is saved", () -> !editor.isDirty());
    }

    private void delete(IFile file) {
        Ui.run(() -> {
            CommonNavigator explorer = (CommonNavigator) Desk.page().showView(ProjectExplorer.VIEW_ID);
            explorer.selectReveal(new StructuredSelection(file));
            explorer.getCommonViewer().getTree().setFocus();
        });
        robot.press(SWT.DEL);
        Shell question = Find.shell("Delete Resources");
        robot.click(Find.button(question, "OK"));
        Await.until("the file is gone", () -> !file.exists());
    }

    /** Every file in the store of old contents, whatever its name there. */
    private static List<String> kept() throws IOException {
        Path store = ResourcesPlugin.getWorkspace().getRoot().getLocation()
                .append(".metadata/.plugins/org.eclipse.core.resources/.history").toPath();
        List<String> contents = new ArrayList<>();
        if (Files.exists(store)) {
            try (Stream<Path> all = Files.walk(store)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    contents.add(read(file));
                }
            }
        }
        assertTrue(Files.exists(store.getParent()), store.toString());
        return contents;
    }
}
