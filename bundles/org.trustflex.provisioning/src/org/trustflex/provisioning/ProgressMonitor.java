package org.trustflex.provisioning;

/** Follows an operation and may ask it to stop. Called on the thread that runs the operation. */
public interface ProgressMonitor {

    /** The operation begins. */
    void begin(String title, int steps);

    /** One step begins, such as "Writing slot 14". */
    void step(String title);

    /** A line for the log: the guide's own lines, and what else the user must know. */
    void line(String text);

    /** Whether the user wants to stop. Looked at between steps only, never inside one. */
    boolean cancelled();
}
