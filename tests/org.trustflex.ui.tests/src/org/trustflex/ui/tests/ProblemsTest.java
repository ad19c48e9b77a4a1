package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.launching.ProjectCreation;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.problems.ProblemKind;
import org.trustflex.launching.problems.ProblemMarkers;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.manifest.ManifestGeneration;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.CommandProbe;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user solves each problem with the quick fix that is offered for it. */
class ProblemsTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();
    private SampleProject sample;

    @BeforeEach
    void provision() throws Exception {
        // These read the device by themselves: some problems are seen only then.
        for (String reader : List.of(TrustFlexUi.ROTATION_VIEW, TrustFlexUi.SLOTS_VIEW)) {
            Ui.run(() -> Desk.page().hideView(Desk.page().findViewReference(reader)));
        }
        sample = SampleProject.create();
        ProjectCreation.adopt(sample.project().project(), new NullProgressMonitor());
        sample.provision();
    }

    private Path file(String name) {
        return new Project(sample.project().folder()).resourcesFolder().resolve(name);
    }

    private void check() throws Exception {
        sample.project().project().refreshLocal(IResource.DEPTH_INFINITE, null);
        sample.project().project().build(IncrementalProjectBuilder.FULL_BUILD, null);
    }

    private List<IMarker> markers(ProblemKind kind) throws Exception {
        List<IMarker> found = new ArrayList<>();
        for (IMarker marker : sample.project().project().findMarkers(ProblemMarkers.TYPE, true,
                IResource.DEPTH_INFINITE)) {
            if (ProblemKind.of(marker).filter(kind::equals).isPresent()) {
                found.add(marker);
            }
        }
        return found;
    }

    private IMarker marker(ProblemKind kind) {
        return Await.found("a problem of the kind " + kind, () -> markers(kind).stream().findFirst().orElse(null));
    }

    private void awaitSolved(ProblemKind kind) {
        Await.until(kind + " is solved", () -> markers(kind).isEmpty());
    }

    /** The one fix that Ctrl+1 offers for a problem in the Problems view, chosen with OK. */
    private void fix(IMarker marker, String label) {
        Tree problems = problems();
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        select(problems, message);
        robot.press(SWT.CTRL, '1');
        Shell dialog = Find.shell("Quick Fix");
        Table offered = Find.one(dialog, Table.class, "of fixes", table -> table.getItemCount() > 0);
        assertEquals(List.of(label), Ui.get(() -> Stream.of(offered.getItems()).map(TableItem::getText).toList()));
        Button finish = Find.button(dialog, "Finish");
        Await.until("the fix can be applied", finish::isEnabled);
        robot.click(finish);
    }

    private static Tree problems() {
        Desk.show(IPageLayout.ID_PROBLEM_VIEW);
        return Find.one(Desk.shell(), Tree.class, "of problems",
                tree -> tree.getColumnCount() > 0 && tree.getColumn(0).getText().equals("Description"));
    }

    /** The view groups problems, and builds its rows again whenever it hears of a change. */
    private void select(Tree problems, String message) {
        for (boolean selected = false; !selected;) {
            TreeItem row = Await.found("the problem " + message, () -> {
                Stream.of(problems.getItems()).filter(group -> !group.getExpanded()).forEach(ProblemsTest::expand);
                return Stream.of(problems.getItems()).flatMap(group -> Stream.of(group.getItems()))
                        .filter(item -> item.getText().equals(message)).findFirst().orElse(null);
            });
            robot.click(row);
            selected = Await.soon(() -> problems.isFocusControl() && Stream.of(problems.getSelection())
                    .anyMatch(item -> item.getText().equals(message)));
        }
    }

    private static void expand(TreeItem group) {
        group.setExpanded(true);
        Event event = new Event();
        event.item = group;
        group.getParent().notifyListeners(SWT.Expand, event);
    }

    private void assertFixRunsCommand(ProblemKind kind, String label, String command) {
        IMarker marker = marker(kind);
        try (CommandProbe probe = CommandProbe.of("org.trustflex.ui." + command)) {
            fix(marker, label);
            Await.until("the command was run", () -> probe.runs() == 1);
        }
    }

    @Test
    void missingResourcesAreGenerated() throws Exception {
        Files.delete(file("slot_6_secret_key.pem"));
        check();
        Desk.show(IPageLayout.ID_PROBLEM_VIEW);
        Screenshot.take("problems-missing");
        assertFixRunsCommand(ProblemKind.RESOURCES_MISSING, "Generate resources", "generateResources");
    }

    @Test
    void aStaleManifestIsGeneratedAgain() throws Exception {
        sample.run(List.of((source, monitor) -> new ManifestGeneration(sample.project().model(), new SecureRandom(),
                Clock.systemUTC()).create(source, monitor)));
        Files.setLastModifiedTime(file("TFLXTLS_devices_manifest.json"),
                FileTime.from(Instant.now().minusSeconds(3600)));
        check();
        assertFixRunsCommand(ProblemKind.DATA_STALE, "Generate the manifest again", "generateManifest");
    }

    @Test
    void anExpiredCertificateIsGeneratedAgain() throws Exception {
        ChainIssuer longAgo = new ChainIssuer(ChainProfile.forOrganization("Acme").withRootDays(30), new SecureRandom(),
                Clock.fixed(Instant.parse("2020-02-02T00:00:00Z"), ZoneOffset.UTC));
        Files.writeString(file("root_crt.crt"), longAgo.root(P256KeyPair.generate(new SecureRandom())).pem());
        check();
        assertFixRunsCommand(ProblemKind.CERTIFICATE_EXPIRED, "Generate certificates", "generateCertificates");
    }

    @Test
    void aReadableKeyIsRestrictedToItsOwner() throws Exception {
        Path key = file("slot_13_ecc_key_pair.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        check();
        IMarker marker = marker(ProblemKind.KEY_READABLE);
        fix(marker, "Let only the owner read the file");
        Screenshot.take("problems-readable");
        awaitSolved(ProblemKind.KEY_READABLE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
    }

    @Test
    void aTrackedSecretLeavesVersionControlAfterAQuestionAndStaysOnDisk() throws Exception {
        Path key = file("slot_5_secret_key.pem");
        git("init", "--quiet");
        git("add", "--force", key.toString());
        check();
        IMarker marker = marker(ProblemKind.SECRET_TRACKED);
        String label = "Remove from version control (keep the file)";
        fix(marker, label);
        Shell question = Find.shell("Remove from Version Control");
        Screenshot.take("problems-untrack");
        assertEquals("No", Ui.get(() -> Find.plain(question.getDefaultButton().getText())));
        robot.click(Find.button(question, "No"));
        assertEquals(1, markers(ProblemKind.SECRET_TRACKED).size());
        fix(marker, label);
        robot.click(Find.button(Find.shell("Remove from Version Control"), "Remove"));
        awaitSolved(ProblemKind.SECRET_TRACKED);
        assertTrue(Files.exists(key));
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", sample.project().folder().toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
    }

    @Test
    void anotherAuthorityIsSeenWhenTheDeviceIsReadAndExplained() throws Exception {
        IFile authority = sample.project().file(file("slot_13_ecc_key_pair.pem")).orElseThrow();
        String own = Files.readString(authority.getLocation().toPath());
        Files.writeString(authority.getLocation().toPath(), P256KeyPair.generate(new SecureRandom()).toPem());
        check();
        Await.jobs(TrustFlexJobs.CHECKS);
        assertEquals(Optional.empty(), ElementCatalog.shared().facts(sample.board().id()),
                "nobody has read the device");
        assertEquals(List.of(), markers(ProblemKind.AUTHORITY_DIFFERS), "so nobody can know");
        ElementCatalog.shared().refresh(sample.board().id());
        IMarker marker = marker(ProblemKind.AUTHORITY_DIFFERS);
        assertEquals(authority, marker.getResource());
        fix(marker, "Show the slots and what to do");
        Shell explanation = Find.shell("Authority Key Differs");
        Screenshot.take("problems-authority");
        assertTrue(Overview.says(explanation, sample.serialNumber()));
        robot.click(Find.button(explanation, "OK"));
        Files.writeString(authority.getLocation().toPath(), own);
        sample.project().project().refreshLocal(IResource.DEPTH_INFINITE, null);
        awaitSolved(ProblemKind.AUTHORITY_DIFFERS);
        Await.jobs(TrustFlexJobs.CHECKS);
    }
}
