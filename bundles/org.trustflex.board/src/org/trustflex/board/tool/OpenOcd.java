package org.trustflex.board.tool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * OpenOCD, with the target file that it ships for the MCU.
 *
 * @param program where it is
 */
public record OpenOcd(Path program) implements FlashTool {

    private static final String NAME = "openocd";

    /**
     * Looks for it.
     *
     * @param chosen      where the user says that it is; else it is looked for in the path
     * @param environment of the process, of which PATH is read
     * @throws ToolMissing if it is not there; the message says how it is installed
     */
    public static OpenOcd find(Optional<Path> chosen, Map<String, String> environment) throws ToolMissing {
        if (chosen.isPresent()) {
            return new OpenOcd(chosen.filter(SearchPath::isProgram)
                    .orElseThrow(() -> new ToolMissing(NAME, Messages.text("openocd.notthere", chosen.get()))));
        }
        return new OpenOcd(SearchPath.of(environment).find(NAME)
                .orElseThrow(() -> new ToolMissing(NAME, Messages.text("openocd.missing", NAME))));
    }

    @Override
    public String name() {
        return "OpenOCD";
    }

    /**
     * A command line that attaches it to the MCU, does something, and ends. Its servers for others stay closed.
     *
     * @param adapter how it reaches the debug port
     * @param work    what it does, in its own language
     */
    List<String> commandLine(String adapter, List<String> work) {
        List<String> line = new ArrayList<>(
                List.of(program.toString(), "-c", adapter, "-f", "target/at91samdXX.cfg", "-c",
                        "gdb_port disabled; tcl_port disabled; telnet_port disabled"));
        for (String each : work) {
            line.add("-c");
            line.add(each);
        }
        line.add("-c");
        line.add("shutdown");
        return line;
    }
}
