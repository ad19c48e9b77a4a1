package org.trustflex.launching.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Secrets that Git knows, asked of Git itself; where it is not installed nothing is known. */
public final class TrackedSecrets {

    private static final int LONGEST_SECONDS = 5;

    private TrackedSecrets() {
    }

    /** The files below a folder that are secret and that Git tracks. */
    static List<Path> in(Path folder) {
        if (!insideWorkTree(folder)) {
            return List.of();
        }
        try {
            return Arrays.stream(tracked(folder).split("\0")).filter(name -> !name.isEmpty()).map(folder::resolve)
                    .filter(path -> SecretNames.isSecret(path.getFileName().toString())).toList();
        } catch (IOException noGit) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static boolean insideWorkTree(Path folder) {
        for (Path parent = folder; parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes a file out of version control and leaves it on the disk; what was committed before stays in the history.
     *
     * @throws IOException with what Git said if it could not
     */
    public static void untrack(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Process git = new ProcessBuilder("git", "-C", folder.toString(), "rm", "--cached", "--quiet", "--",
                    String.valueOf(file.getFileName())).redirectErrorStream(true).start();
            String said = output(git);
            if (git.exitValue() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String tracked(Path folder) throws IOException, InterruptedException {
        return output(new ProcessBuilder("git", "-C", folder.toString(), "ls-files", "-z", "--", ".")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    private static String output(Process git) throws IOException, InterruptedException {
        git.getOutputStream().close();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!git.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            git.destroyForcibly().waitFor();
        }
        return text;
    }
}
