package org.trustflex.launching.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceVisitor;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.Workbench;

/** Key files never reach Eclipse's local history, where nobody would look for them before giving a workspace away. */
class LocalHistoryTest {

    private static final List<String> SECRET_FOLDERS = List.of("pending", "old", "journal");

    @RegisterExtension
    private final Workbench bench = new Workbench();

    private List<IFile> secrets() throws CoreException {
        List<IFile> secrets = new ArrayList<>();
        IResourceVisitor visitor = resource -> {
            boolean secret = SecretNames.isSecret(resource.getName())
                    || SECRET_FOLDERS.contains(resource.getParent().getName());
            if (resource instanceof IFile file && secret) {
                secrets.add(file);
            }
            return true;
        };
        bench.project().project().accept(visitor);
        return secrets;
    }

    /** Every file in the store of old contents, whatever its name there. */
    private static List<String> kept() throws IOException {
        Path store = ResourcesPlugin.getWorkspace().getRoot().getLocation()
                .append(".metadata/.plugins/org.eclipse.core.resources/.history").toPath();
        if (!Files.exists(store)) {
            return List.of();
        }
        List<String> contents = new ArrayList<>();
        try (Stream<Path> all = Files.walk(store)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static void assertNotKept(List<String> contents) throws IOException {
        for (String old : kept()) {
            assertFalse(old.contains("PRIVATE KEY"), "a private key is in the local history");
            assertFalse(contents.contains(old), "a secret is in the local history");
        }
    }

    @Test
    void notWhenTheyAreMadeRotatedOrDeletedInTheProjectExplorer() throws Exception {
        bench.provision();
        bench.rotate();
        bench.refreshAndBuild();
        List<IFile> secrets = secrets();
        assertTrue(secrets.size() > 10, secrets.toString());
        List<String> contents = new ArrayList<>();
        for (IFile secret : secrets) {
            contents.add(Files.readString(secret.getLocation().toPath(), StandardCharsets.ISO_8859_1));
        }
        for (IFile secret : secrets) {
            secret.delete(IResource.KEEP_HISTORY, null);
        }
        for (IFile secret : secrets) {
            assertEquals(0, secret.getHistory(null).length, secret.getName());
        }
        assertNotKept(contents);
    }

    @Test
    void notWhenOneIsEditedInATextEditor() throws Exception {
        bench.resources();
        IFile key = bench.resource("slot_13_ecc_key_pair.pem");
        String own = Files.readString(key.getLocation().toPath());
        key.setContents(new ByteArrayInputStream("edited".getBytes(StandardCharsets.UTF_8)), IResource.KEEP_HISTORY,
                null);
        assertEquals(0, key.getHistory(null).length);
        assertNotKept(List.of(own));
    }

    @Test
    void notWhenAnotherProgramMadeThemAndTheWorkspaceOnlySeesThem() throws Exception {
        IFile key = bench.resource("slot_5_secret_key.pem");
        Files.createDirectories(key.getLocation().toPath().getParent());
        bench.overwrite(key, "not a real secret, but it does not matter");
        bench.refreshAndBuild();
        key.delete(IResource.KEEP_HISTORY, null);
        assertEquals(0, key.getHistory(null).length);
    }

    @Test
    void otherFilesDoReachIt() throws Exception {
        IFile project = bench.project().file();
        String text = Files.readString(project.getLocation().toPath());
        project.setContents(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)),
                IResource.KEEP_HISTORY, null);
        assertEquals(1, project.getHistory(null).length, "or this test looks in the wrong place");
        assertTrue(kept().contains(text));
    }
}
