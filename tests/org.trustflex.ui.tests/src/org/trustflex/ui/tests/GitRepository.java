package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A team's repository.
 *
 * @param folder its working tree
 */
record GitRepository(Path folder) {

    /** A new one of a project that is there. */
    static GitRepository in(Path folder) throws Exception {
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "--quiet");
        return repository;
    }

    /** What a colleague checks out. */
    GitRepository cloneInto(Path other) throws Exception {
        git("clone", "--quiet", folder.toString(), other.toString());
        return new GitRepository(other);
    }

    void commit(String message) throws Exception {
        git("-c", "user.name=Author", "-c", "user.email=author@example.com", "commit", "--quiet", "--message", message);
    }

    /** The names of the files that are tracked. */
    List<String> tracked() throws Exception {
        return git("ls-files").lines().toList();
    }

    String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), () -> command + ": " + said);
        return said;
    }
}
