package org.trustflex.launching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board that a developer has chosen stays with the project, whatever it is called, and ends with it. */
class BoardBindingTest {

    @RegisterExtension
    private final Workbench bench = new Workbench();

    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    @Test
    void aProjectThatIsRenamedKeepsItsBoard() throws Exception {
        IProject lamp = bench.project().project();
        IProjectDescription description = lamp.getDescription();
        description.setName("torch");
        lamp.move(description, true, new NullProgressMonitor());
        assertEquals(Optional.of("sim:demo"), WorkspaceBoards.boardOf(project("torch")));
        assertEquals(Optional.empty(), WorkspaceBoards.boardOf(lamp));
    }

    @Test
    void aNewProjectOfTheSameNameIsAnother() throws Exception {
        bench.project().project().delete(true, true, null);
        TrustFlexProject again = ProjectCreation.create("lamp", Optional.empty(), new NullProgressMonitor());
        assertEquals(Optional.empty(), WorkspaceBoards.boardOf(again.project()));
    }

    @Test
    void aProjectThatWasClosedStillHasItsBoardWhenItIsOpenedAgain() throws Exception {
        IProject lamp = bench.project().project();
        lamp.close(null);
        assertEquals(Optional.empty(), WorkspaceBoards.boardOf(lamp));
        lamp.open(IResource.NONE, null);
        assertEquals(Optional.of("sim:demo"), WorkspaceBoards.boardOf(lamp));
    }

    @Test
    void theBoardIsNoPartOfTheProjectThatIsShared() throws Exception {
        try (Stream<Path> files = Files.walk(bench.project().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("sim:demo"), file.toString());
            }
        }
    }
}
