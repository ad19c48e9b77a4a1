package org.trustflex.firmware.build;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that build a firmware, called where they are installed.
 *
 * @param make  GNU make
 * @param cross what the cross compiler's programs begin with, such as "/usr/bin/arm-none-eabi-"
 */
public record Toolchain(Path make, String cross) {

    private static final String PREFIX = "arm-none-eabi-";
    private static final String COMPILER = PREFIX + "gcc";
    private static final String MAKE = "make";
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /**
     * Looks for the programs.
     *
     * @param compilerFolder where the user says that arm-none-eabi-gcc is; else it is looked for in the path
     * @param environment    of the process, of which PATH is read
     * @throws ToolMissing if one of them is not there; the message says how it is installed
     */
    public static Toolchain find(Optional<Path> compilerFolder, Map<String, String> environment) throws ToolMissing {
        List<Path> path = path(environment);
        List<Path> compilerPath = compilerFolder.isPresent() ? List.of(compilerFolder.get()) : path;
        Path compiler = find(COMPILER, compilerPath).orElseThrow(() -> new ToolMissing(COMPILER,
                compilerFolder.isPresent() ? Messages.text("compiler.notthere", COMPILER, compilerFolder.get())
                        : Messages.text("compiler.missing", COMPILER)));
        List<Path> makePath = new ArrayList<>(path);
        // Where toolchains bring their own make, it is beside the compiler.
        compilerFolder.ifPresent(makePath::add);
        Path make = find(MAKE, makePath).orElseThrow(() -> new ToolMissing(MAKE, Messages.text("make.missing", MAKE)));
        return new Toolchain(make, compiler.resolveSibling(PREFIX).toString());
    }

    private static List<Path> path(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        return folders;
    }

    private static Optional<Path> find(String program, List<Path> folders) {
        String name = WINDOWS ? program + ".exe" : program;
        return folders.stream().map(folder -> folder.resolve(name).toAbsolutePath()).filter(Files::isExecutable)
                .filter(Files::isRegularFile).findFirst();
    }
}
