package org.trustflex.provisioning;

/**
 * Why a use case stopped although the secure element did nothing wrong: a file is bad ({@link BadFile}), what was asked for
 * is not possible now ({@link NotPossible}), or the user stopped it ({@link OperationCancelled}). The message is a sentence
 * that says what was seen, what it means and what to do.
 */
public abstract sealed class ProvisioningException extends Exception permits BadFile, NotPossible, OperationCancelled {

    private static final long serialVersionUID = 1L;

    ProvisioningException(String message) {
        super(message);
    }

    ProvisioningException(String message, Throwable cause) {
        super(message, cause);
    }
}
