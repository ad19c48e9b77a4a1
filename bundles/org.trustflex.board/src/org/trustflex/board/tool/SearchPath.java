package org.trustflex.board.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where programs are looked for.
 *
 * @param folders in this order
 */
public record SearchPath(List<Path> folders) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** The list is copied. */
    public SearchPath {
        folders = List.copyOf(folders);
    }

    /** The path of a process: the folders of its variable PATH. */
    public static SearchPath of(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        return new SearchPath(folders);
    }

    /** The same with another folder at its end. */
    public SearchPath and(Path folder) {
        List<Path> more = new ArrayList<>(folders);
        more.add(folder);
        return new SearchPath(more);
    }

    /** The first file of a program's name that can be run, absolute. */
    public Optional<Path> find(String program) {
        String name = WINDOWS ? program + ".exe" : program;
        return folders.stream().map(folder -> folder.resolve(name).toAbsolutePath()).filter(SearchPath::isProgram)
                .findFirst();
    }

    /** Whether this is a file that can be run. */
    public static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
