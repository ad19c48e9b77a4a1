package org.trustflex.launching.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The folders in which tools are looked for: those of PATH, and those of MPLAB X, which does not put itself there. */
final class KnownFolders {

    private static final List<String> MPLAB_HOMES = List.of("/opt/microchip/mplabx", "/Applications/microchip/mplabx",
            "C:/Program Files/Microchip/MPLABX");
    private static final List<String> IPE_FOLDERS = List.of("mplab_platform/mplab_ipe/bin", "mplab_platform/mplab_ipe");

    private KnownFolders() {
    }

    static List<Path> all() {
        List<Path> folders = new ArrayList<>(path(System.getenv().getOrDefault("PATH", "")));
        for (String home : MPLAB_HOMES) {
            for (Path version : newestFirst(Path.of(home))) {
                IPE_FOLDERS.forEach(folder -> folders.add(version.resolve(folder)));
            }
        }
        return List.copyOf(folders);
    }

    /** A relative entry means the folder that a shell stands in; here there is none, and it would be a trap. */
    static List<Path> path(String variable) {
        List<Path> folders = new ArrayList<>();
        for (String entry : variable.split(File.pathSeparator)) {
            try {
                Path folder = Path.of(entry);
                if (folder.isAbsolute()) {
                    folders.add(folder);
                }
            } catch (InvalidPathException noFolder) {
                // Others may write into PATH what they like; an entry that is no path holds no tool.
            }
        }
        return folders;
    }

    /** MPLAB X has one folder for each version that is installed, such as v6.20. */
    private static List<Path> newestFirst(Path home) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        List<Path> versions = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home, "v*")) {
            found.forEach(versions::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        versions.sort(Comparator.reverseOrder());
        return versions;
    }
}
