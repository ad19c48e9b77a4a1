package org.trustflex.provisioning;

/** The user stopped the operation; it stopped between two steps. */
public final class OperationCancelled extends ProvisioningException {

    private static final long serialVersionUID = 1L;

    /** @param nextStep the step that was not begun any more */
    public OperationCancelled(String nextStep) {
        super(Messages.text("cancelled", nextStep));
    }
}
