package org.trustflex.provisioning.rotation;

/** How far a rotation has come on the device, in order. What the device holds decides; this is the record of it. */
public enum RotationProgress {
    /** Nothing has been changed on the device. */
    STARTED,
    /** The old key is invalid; slot 14 may be overwritten. */
    INVALIDATED,
    /** The new key stands in slot 14. */
    WRITTEN,
    /** The device accepted the authority's consent to the new key. */
    VALIDATED,
    /** The device verified a signature of the new private key; the project's files say so. */
    DONE
}
