package org.trustflex.samd21.debug;

import java.nio.file.Path;
import java.util.List;

import org.trustflex.samd21.RunningPart;

/** A way from a debugger to the debug port of a part. */
interface DebugCable extends AutoCloseable {

    /** Makes a cable of its kind. */
    @FunctionalInterface
    interface Kind {
        DebugCable plug(RunningPart part, Path folder) throws Exception;
    }

    /** Who must start OpenOCD so that it finds the cable; OpenOCD and its arguments follow. */
    List<String> wrapper();

    /** OpenOCD's arguments before those for the target. */
    List<String> arguments();

    @Override
    void close() throws Exception;
}
