package org.trustflex.launching.headless;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.jspecify.annotations.Nullable;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.provisioning.Project;

/**
 * The command line of the headless application.
 *
 * @param file   the launch configuration
 * @param folder the TrustFLEX project that it is in
 * @param board  the board to run on, if one is named
 */
record RunArguments(Path file, Path folder, Optional<String> board) {

    private static final String BOARD = "--board";

    static RunArguments parse(Path current, String... arguments) throws UnusableLaunchFile {
        @Nullable
        String file = null;
        @Nullable
        String board = null;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (BOARD.equals(argument) && rest.hasNext() && board == null) {
                board = rest.next();
            } else if (file == null && !argument.startsWith("-")) {
                file = argument;
            } else {
                throw usage();
            }
        }
        if (file == null) {
            throw usage();
        }
        Path path = existing(current, file);
        return new RunArguments(path, projectOf(path), Optional.ofNullable(board));
    }

    private static UnusableLaunchFile usage() {
        return new UnusableLaunchFile(ExitCode.REJECTED, Messages.run_usage);
    }

    private static Path existing(Path current, String file) throws UnusableLaunchFile {
        try {
            Path path = current.resolve(file).toAbsolutePath().normalize();
            if (Files.isRegularFile(path) && path.getFileName().toString().endsWith(".launch")) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            throw new UnusableLaunchFile(ExitCode.REJECTED, NLS.bind(Messages.run_noFile, file));
        }
        throw new UnusableLaunchFile(ExitCode.REJECTED, NLS.bind(Messages.run_noFile, file));
    }

    private static Path projectOf(Path file) throws UnusableLaunchFile {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(Project.PROJECT_FILE))) {
                return folder;
            }
        }
        throw new UnusableLaunchFile(ExitCode.BAD_FILE, NLS.bind(Messages.run_noProject, file));
    }
}
