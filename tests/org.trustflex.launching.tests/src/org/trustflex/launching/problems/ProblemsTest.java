package org.trustflex.launching.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.certificates.authority.ChainIssuer;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.launching.Workbench;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.QuietProgress;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.rotation.FirmwareData;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.SlotInspection;

/** What the Problems view says of a project whose files have come to harm. */
class ProblemsTest {

    @RegisterExtension
    private final Workbench bench = new Workbench();

    private List<String> problems() throws CoreException {
        return Arrays.stream(markers()).map(marker -> marker.getAttribute(IMarker.MESSAGE, "")).sorted().toList();
    }

    private IMarker[] markers() throws CoreException {
        return bench.project().project().findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
    }

    private void assertOnlyProblem(ProblemKind kind, IResource where) throws CoreException {
        assertEquals(1, markers().length, String.join("\n", problems()));
        assertEquals(Optional.of(kind), ProblemKind.of(markers()[0]));
        assertEquals(where, markers()[0].getResource());
    }

    @Test
    void aNewProjectAndAProvisionedOneHaveNone() throws Exception {
        bench.refreshAndBuild();
        assertEquals(List.of(), problems());
        bench.resources();
        bench.refreshAndBuild();
        assertEquals(List.of(), problems());
    }

    @Test
    void aKeyFileThatIsGoneIsMissedAndMissedNoMoreWhenItIsBack() throws Exception {
        bench.resources();
        Path file = bench.resource("slot_6_secret_key.pem").getLocation().toPath();
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.RESOURCES_MISSING, bench.project().file());
        assertTrue(problems().get(0).contains("slot_6_secret_key.pem"), problems().get(0));
        Files.write(file, content);
        OwnerOnly.apply(file);
        bench.refreshAndBuild();
        assertEquals(List.of(), problems());
    }

    @Test
    void aManifestThatIsOlderThanTheKeyIsStale() throws Exception {
        bench.resources();
        IFile manifest = bench.resource("TFLXTLS_devices_manifest.json");
        Files.setLastModifiedTime(manifest.getLocation().toPath(), FileTime.from(Instant.now().minusSeconds(3600)));
        bench.rotate();
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.DATA_STALE, manifest);
    }

    @Test
    void aKeyThatOthersCanReadIsWarnedOfUntilOnlyTheOwnerCan() throws Exception {
        bench.resources();
        IFile key = bench.resource("slot_13_ecc_key_pair.pem");
        Files.setPosixFilePermissions(key.getLocation().toPath(), PosixFilePermissions.fromString("rw-r-----"));
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.KEY_READABLE, key);
        OwnerOnly.apply(key.getLocation().toPath());
        ProjectChecks.run(bench.project());
        assertEquals(List.of(), problems());
    }

    @Test
    void aCertificateOfThePastHasExpired() throws Exception {
        IFile certificate = bench.resource("partner.crt");
        Files.createDirectories(certificate.getLocation().toPath().getParent());
        ChainIssuer longAgo = new ChainIssuer(ChainProfile.forOrganization("Acme").withRootDays(30), new SecureRandom(),
                Clock.fixed(Instant.parse("2020-02-02T00:00:00Z"), ZoneOffset.UTC));
        bench.overwrite(certificate, longAgo.root(P256KeyPair.generate(new SecureRandom())).pem());
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.CERTIFICATE_EXPIRED, certificate);
    }

    @Test
    void aSecretThatGitTracksIsAnErrorUntilItIsTakenOut() throws Exception {
        bench.resources();
        IFile key = bench.resource("slot_5_secret_key.pem");
        git("init", "--quiet");
        git("add", "--force", key.getProjectRelativePath().toString());
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.SECRET_TRACKED, key);
        TrackedSecrets.untrack(key.getLocation().toPath());
        ProjectChecks.run(bench.project());
        assertEquals(List.of(), problems());
        assertTrue(Files.exists(key.getLocation().toPath()), "the file itself stays");
        assertThrows(IOException.class, () -> TrackedSecrets.untrack(key.getLocation().toPath()));
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", bench.project().folder().toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), command.toString());
    }

    @Test
    void anAuthorityThatTheDeviceDoesNotKnowIsAnErrorOnlyADeviceCanTell() throws Exception {
        bench.resources();
        // That these are for another authority can be told from the files alone.
        for (DurableFile data : new FirmwareData(bench.project().model()).files()) {
            Files.delete(data.path());
        }
        IFile authority = bench.resource("slot_13_ecc_key_pair.pem");
        Path file = authority.getLocation().toPath();
        String own = Files.readString(file);
        ElementSlots slots = new SlotInspection().read(WorkspaceBoards.boards().select("sim:demo").element(),
                new QuietProgress(new NullProgressMonitor()));
        ProjectChecks.run(bench.project(), Optional.of(slots));
        assertEquals(List.of(), problems());
        Files.writeString(file, P256KeyPair.generate(new SecureRandom()).toPem());
        bench.refreshAndBuild();
        assertEquals(List.of(), problems());
        ProjectChecks.run(bench.project(), Optional.of(slots));
        assertOnlyProblem(ProblemKind.AUTHORITY_DIFFERS, authority);
        bench.refreshAndBuild();
        assertOnlyProblem(ProblemKind.AUTHORITY_DIFFERS, authority);
        Files.writeString(file, own);
        ProjectChecks.run(bench.project(), Optional.of(slots));
        assertEquals(List.of(), problems());
    }
}
