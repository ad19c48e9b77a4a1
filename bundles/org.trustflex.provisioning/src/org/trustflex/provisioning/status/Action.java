package org.trustflex.provisioning.status;

/** What the user can do next. */
public enum Action {
    /** Generate resources. */
    RESOURCES,
    /** Generate resources for an element that the project has not been for. */
    ADOPT,
    /** Generate certificates. */
    CERTIFICATES,
    /** Generate the manifest. */
    MANIFEST,
    /** Rotate the key, or finish a rotation. */
    ROTATE,
    /** Put a file back that is damaged or gone. */
    RESTORE_FILE
}
