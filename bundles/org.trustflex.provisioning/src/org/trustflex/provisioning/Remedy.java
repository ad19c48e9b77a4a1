package org.trustflex.provisioning;

/** An operation that mends what made another one impossible. Each user interface says in its own words how it is started. */
public enum Remedy {
    /** Generate resources. */
    GENERATE_RESOURCES,
    /** Generate resources, and give the project to the element that is on the board. */
    ADOPT,
    /** Generate the manifest. */
    GENERATE_MANIFEST,
    /** Put the certificates back that were in the slots before. */
    RESTORE_CERTIFICATES,
    /** Lay the firmware down in the project. */
    CREATE_FIRMWARE,
    /** Build the firmware. */
    BUILD_FIRMWARE,
    /** Make the board a kit again. */
    FACTORY_RESET
}
