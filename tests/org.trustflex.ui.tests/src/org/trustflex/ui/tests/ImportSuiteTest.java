package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.launching.TrustFlexNature;
import org.trustflex.provisioning.Project;
import org.trustflex.ui.projects.ImportSuiteWizard;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Dialogs;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user who has worked with the Design Suite goes on in the IDE. */
class ImportSuiteTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();
    @TempDir
    Path folder;
    private Path suite;

    /** The keys of a real provisioning, with the permissions of a file that was unpacked from an archive. */
    @BeforeEach
    void workWithTheSuite() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        suite = Files.createDirectories(folder.resolve("acme/00_resource_generation"));
        try (Stream<Path> files = Files.list(new Project(sample.project().folder()).resourcesFolder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file);
            }
        }
        sample.project().project().delete(true, true, null);
    }

    private void copy(Path file) throws IOException {
        Path copy = suite.resolve(file.getFileName().toString());
        Files.copy(file, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Shell openWizard() {
        Dialogs.wizard(ImportSuiteWizard::new);
        return Find.shell("Import Design Suite Folder");
    }

    private static void choose(Shell wizard, Path folder) {
        Text field = Find.byId(wizard, Text.class, "suite folder");
        Ui.run(() -> field.setText(folder.toString()));
    }

    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    @Test
    void theFolderBecomesAProjectWhoseOverviewShowsTheKeys() throws Exception {
        Shell wizard = openWizard();
        assertTrue(Overview.says(wizard, "Choose the folder 00_resource_generation"));
        assertFalse(Ui.get(Find.button(wizard, "Finish")::isEnabled));
        choose(wizard, suite);
        assertEquals("acme", Ui.get(Find.byId(wizard, Text.class, "project name")::getText));
        Await.until("the files are checked", Find.button(wizard, "Next >")::isEnabled);
        Screenshot.take("import-folder");
        robot.click(Find.button(wizard, "Next >"));
        String summary = Ui.get(Find.byId(wizard, Text.class, "summary")::getText);
        Screenshot.take("import-summary");
        assertTrue(summary.contains("slot_13_ecc_key_pair.pem (only you can read it)"), summary);
        assertFalse(project("acme").exists());
        robot.click(Find.button(wizard, "Finish"));
        Overview overview = Overview.opened("acme");
        assertEquals("6 of 6 key files", overview.text("RESOURCES.disk"));
        assertTrue(project("acme").hasNature(TrustFlexNature.ID));
        IFile key = project("acme").getFile("00_resource_generation/slot_13_ecc_key_pair.pem");
        assertTrue(key.isDerived(), "hidden from team providers and from the local history");
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getLocation().toPath())));
        Tree explorer = Find.one(Desk.shell(), Tree.class, "of the Project Explorer",
                tree -> Ui.get(() -> tree.getItemCount()) > 0);
        Ui.run(() -> ((ProjectExplorer) Desk.page().showView(ProjectExplorer.VIEW_ID)).getCommonViewer()
                .expandAll());
        Await.until("secrets have a mark", () -> Find.texts(explorer).stream()
                .anyMatch(text -> text.contains("slot_13_ecc_key_pair.pem") && text.contains("[secret]")));
        Screenshot.take("explorer-secrets");
    }

    @Test
    void oneDamagedKeyIsNamedAndNothingIsImported() throws Exception {
        Files.writeString(suite.resolve("slot_14_ecc_key_pair.pem"), "-----BEGIN PRIVATE KEY-----\n");
        Shell wizard = openWizard();
        choose(wizard, suite);
        Await.until("the damaged file is named", () -> Overview.sees(wizard, "slot_14_ecc_key_pair.pem"));
        Screenshot.take("import-damaged");
        assertFalse(Ui.get(Find.button(wizard, "Finish")::isEnabled));
        robot.click(Find.button(wizard, "Cancel"));
        assertFalse(project("acme").exists());
    }

    @Test
    void aFolderWithoutKeysSaysWhatToChoose() {
        Shell wizard = openWizard();
        choose(wizard, folder);
        Await.until("it says what to choose", () -> Overview.sees(wizard, "holds no key file"));
        Button cancel = Find.button(wizard, "Cancel");
        robot.click(cancel);
    }
}
