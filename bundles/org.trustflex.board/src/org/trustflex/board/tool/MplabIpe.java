package org.trustflex.board.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MPLAB IPE, by its program for the command line, ipecmd.
 *
 * @param program ipecmd, or its script
 */
public record MplabIpe(Path program) implements FlashTool {

    private static final String NAME = "ipecmd";
    private static final Path IN_INSTALLATION = Path.of("mplab_platform", "mplab_ipe");
    private static final List<String> SCRIPTS = File.separatorChar == '\\' ? List.of("ipecmd.exe")
            : List.of("ipecmd.sh", "bin/ipecmd.sh", "ipecmd");

    /**
     * Looks for it.
     *
     * @param chosen      the program, or the folder where MPLAB X is installed; else it is looked for in the path
     * @param environment of the process, of which PATH is read
     * @throws ToolMissing if it is not there
     */
    public static MplabIpe find(Optional<Path> chosen, Map<String, String> environment) throws ToolMissing {
        Optional<Path> found = chosen.isPresent() ? in(chosen.get()) : SearchPath.of(environment).find(NAME);
        return new MplabIpe(found.orElseThrow(() -> new ToolMissing(NAME, chosen.isPresent()
                ? Messages.text("ipe.notthere", chosen.get())
                : Messages.text("ipe.missing"))));
    }

    private static Optional<Path> in(Path chosen) {
        if (!Files.isDirectory(chosen)) {
            return Optional.of(chosen).filter(SearchPath::isProgram);
        }
        return List.of(chosen, chosen.resolve(IN_INSTALLATION)).stream()
                .flatMap(folder -> SCRIPTS.stream().map(folder::resolve)).filter(SearchPath::isProgram).findFirst();
    }

    @Override
    public String name() {
        return "MPLAB IPE";
    }

    /** A command line that erases, writes and verifies through the board's own debugger, and lets go of the reset. */
    List<String> commandLine(Path image) {
        return List.of(program.toString(), "-PATSAMD21E18A", "-TPPKOB", "-OL", "-M", "-F" + image);
    }
}
