package org.trustflex.board.mcu;

/** Sees how far programming is. Called by the thread that programs. */
@FunctionalInterface
public interface ProgrammingListener {

    /** Nobody looks. */
    ProgrammingListener NONE = (step, done, total) -> {
        // Nobody.
    };

    /** What is being done. */
    enum Step {
        /** Rows of the flash become FF. */
        ERASE,
        /** Pages of the image are written. */
        WRITE,
        /** The flash is read and compared with the image. */
        VERIFY
    }

    /**
     * Some of a step is done.
     *
     * @param step  the step
     * @param done  bytes that are done, 1 to {@code total}
     * @param total bytes of the whole step
     */
    void progressed(Step step, int done, int total);
}
