package org.trustflex.launching.operation;

/** Which certificates a device gets. */
public enum CertificateChoice {
    /** Those that it has are left alone. */
    NONE,
    /** Those that it was delivered with. */
    MCHP,
    /** A chain of the user's own. */
    CUSTOM
}
