package org.trustflex.board.tool;

/** A program that is called and not shipped is not installed. The message says how to install it. */
public final class ToolMissing extends Exception {

    private static final long serialVersionUID = 1L;

    private final String tool;

    /**
     * @param tool    its name, such as "arm-none-eabi-gcc"
     * @param message what was looked for and where, and how it is installed
     */
    public ToolMissing(String tool, String message) {
        super(message);
        this.tool = tool;
    }

    /** The name of the program. */
    public String tool() {
        return tool;
    }
}
