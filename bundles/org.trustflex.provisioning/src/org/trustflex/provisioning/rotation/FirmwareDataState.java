package org.trustflex.provisioning.rotation;

/** How the C data of the rotation stands to the project's keys. */
public enum FirmwareDataState {
    /** Resource generation, or the authorization of a new key, makes it. */
    MISSING,
    /** It is for another key, another authority or another element: authorize the new key again. */
    STALE,
    /** A firmware that is built with it brings the project's key into slot 14. */
    CURRENT
}
