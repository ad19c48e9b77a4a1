package org.trustflex.provisioning.rotation;

/** The four steps of a rotation, the guide's four buttons. */
public enum RotationStep {
    /** Makes the new key pair. */
    GENERATE,
    /** Lets the authority sign for it. */
    AUTHORIZE,
    /** Invalidates the old key, writes the new one, validates it. */
    UPDATE,
    /** Lets the device verify a signature of the new private key. */
    VERIFY
}
