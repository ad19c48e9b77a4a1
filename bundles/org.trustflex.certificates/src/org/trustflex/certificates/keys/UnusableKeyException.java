package org.trustflex.certificates.keys;

/** What was given as a key is none, or not one that a TrustFLEX part can work with. The message is a sentence. */
public final class UnusableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
