package org.trustflex.firmware.build;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.board.tool.SearchPath;
import org.trustflex.board.tool.ToolMissing;

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

    /**
     * Looks for the programs.
     *
     * @param chosen      where the user says that arm-none-eabi-gcc is, itself or its folder; else it is looked for in the
     *                    path
     * @param environment of the process, of which PATH is read
     * @throws ToolMissing if one of them is not there; the message says how it is installed
     */
    public static Toolchain find(Optional<Path> chosen, Map<String, String> environment) throws ToolMissing {
        SearchPath path = SearchPath.of(environment);
        Optional<Path> folder = chosen.map(each -> Files.isRegularFile(each) ? each.resolveSibling("") : each);
        SearchPath compilers = folder.isPresent() ? new SearchPath(List.of(folder.get())) : path;
        Path compiler = compilers.find(COMPILER).orElseThrow(() -> new ToolMissing(COMPILER,
                chosen.isPresent() ? Messages.text("compiler.notthere", COMPILER, chosen.get())
                        : Messages.text("compiler.missing", COMPILER)));
        // Where toolchains bring their own make, it is beside the compiler.
        SearchPath makers = folder.isPresent() ? path.and(folder.get()) : path;
        Path make = makers.find(MAKE).orElseThrow(() -> new ToolMissing(MAKE, Messages.text("make.missing", MAKE)));
        return new Toolchain(make, compiler.resolveSibling(PREFIX).toString());
    }
}
