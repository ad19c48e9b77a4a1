package org.trustflex.board.mcu;

/** The MCU's debug port on a TCP port of this machine, for stock OpenOCD and, through it, gdb. One client at a time. */
public interface DebugPort extends AutoCloseable {

    /** The TCP port. */
    int port();

    /** A command line for a shell that attaches OpenOCD, whose other ports are then those that it has by itself. */
    default String openOcdCommand() {
        return "openocd -c 'adapter driver remote_bitbang; remote_bitbang host localhost; remote_bitbang port " + port()
                + "; transport select jtag' -f target/at91samdXX.cfg";
    }

    /** Closes the port and drops its client. May be called again. */
    @Override
    void close();
}
