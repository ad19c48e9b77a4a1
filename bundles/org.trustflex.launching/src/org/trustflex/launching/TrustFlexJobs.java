package org.trustflex.launching;

/** The families of our jobs, so that others, tests among them, can wait for one kind. */
public enum TrustFlexJobs {
    /** Searches for boards. */
    SCAN,
    /** Reads the slots of a secure element. */
    SLOTS,
    /** Changes a secure element: resources, certificates, manifest, rotation. */
    OPERATION,
    /** Finds out how a project is. */
    OVERVIEW,
    /** Marks what is wrong with a project. */
    CHECKS,
    /** Creates, imports or changes a project. */
    PROJECT,
    /** Brings the workspace up to date with what an operation wrote. */
    REFRESH,
    /** Creates, resets, deletes a simulated board or cuts its power. */
    SIMULATED_BOARD,
    /** Runs, stops or resets a board's MCU, or gives it the factory program again. */
    MCU,
    /** Builds firmware. */
    BUILD
}
