package org.trustflex.launching.tools;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.osgi.util.NLS;
import org.trustflex.launching.TrustFlexLaunching;

/**
 * Finds tools: where the preferences say that they are, otherwise in the folders of PATH and where their installers put
 * them. Nothing is remembered, so that a tool that was just installed is found.
 *
 * @param folders where is looked for a tool that has no chosen path, in this order
 * @param endings what a program's name may end with on this system, such as ".exe"; one may be empty
 */
public record ToolLocations(List<Path> folders, List<String> endings) {

    private static final List<String> WINDOWS_ENDINGS = List.of(".exe", ".bat", ".cmd");

    /** The tools of this machine. */
    public static ToolLocations ofThisMachine() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new ToolLocations(KnownFolders.all(), windows ? WINDOWS_ENDINGS : List.of(""));
    }

    /** Where a tool is, as the preferences say or as it is found. Looks at the disk: not for the user interface's thread. */
    public ToolLocation of(Tool tool) {
        IPreferencesService preferences = Platform.getPreferencesService();
        return of(tool, preferences.getString(TrustFlexLaunching.PLUGIN_ID, tool.preference(), "", null));
    }

    /**
     * Where a tool is if this were chosen.
     *
     * @param chosen a path; blank means that the tool is looked for
     */
    public ToolLocation of(Tool tool, String chosen) {
        return chosen.isBlank() ? search(tool) : check(chosen.strip());
    }

    private static ToolLocation check(String chosen) {
        try {
            Path program = Path.of(chosen);
            if (!program.isAbsolute()) {
                return new ToolLocation.Unusable(NLS.bind(Messages.tool_relative, chosen));
            }
            if (!Files.isRegularFile(program)) {
                return new ToolLocation.Unusable(NLS.bind(Messages.tool_missing, chosen));
            }
            return Files.isExecutable(program) ? new ToolLocation.Found(program)
                    : new ToolLocation.Unusable(NLS.bind(Messages.tool_notExecutable, chosen));
        } catch (InvalidPathException noPath) {
            return new ToolLocation.Unusable(NLS.bind(Messages.tool_missing, chosen));
        }
    }

    private ToolLocation search(Tool tool) {
        for (String name : tool.programs()) {
            for (Path folder : folders) {
                for (String ending : endings) {
                    Path program = folder.resolve(name + ending);
                    if (Files.isRegularFile(program) && Files.isExecutable(program)) {
                        return new ToolLocation.Found(program.toAbsolutePath());
                    }
                }
            }
        }
        return new ToolLocation.Unusable(howToInstall(tool));
    }

    private static String howToInstall(Tool tool) {
        return switch (tool) {
            case COMPILER -> Messages.install_COMPILER;
            case DEBUGGER -> Messages.install_DEBUGGER;
            case MPLAB_IPE -> Messages.install_MPLAB_IPE;
            case OPENOCD -> Messages.install_OPENOCD;
        };
    }
}
