package org.trustflex.provisioning;

/** What was asked for is not possible with this device or in this state of the project. Nothing was changed. */
public final class NotPossible extends ProvisioningException {

    private static final long serialVersionUID = 1L;

    /** @param message what was seen, what it means and what to do */
    public NotPossible(String message) {
        super(message);
    }
}
