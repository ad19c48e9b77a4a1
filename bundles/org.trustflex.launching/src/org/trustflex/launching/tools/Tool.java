package org.trustflex.launching.tools;

import java.util.List;

/** A program that is called and never bundled. */
public enum Tool {
    /** Programs and debugs the main MCU over the board's own debugger. */
    OPENOCD("tools.openocd", List.of("openocd")),
    /** Compiles firmware for the main MCU. */
    COMPILER("tools.compiler", List.of("arm-none-eabi-gcc")),
    /** Debugs firmware. The second name is what Debian and its descendants call it. */
    DEBUGGER("tools.debugger", List.of("arm-none-eabi-gdb", "gdb-multiarch")),
    /** The vendor's programmer, in the part that runs from a command line. */
    MPLAB_IPE("tools.mplabIpe", List.of("ipecmd.sh", "ipecmd"));

    private final String preference;
    private final List<String> programs;

    Tool(String preference, List<String> programs) {
        this.preference = preference;
        this.programs = programs;
    }

    /** The preference that holds a chosen path; empty means that the tool is looked for. */
    public String preference() {
        return preference;
    }

    /** The names of the program, best first, without the ending that some systems have. */
    List<String> programs() {
        return programs;
    }
}
