package org.trustflex.certificates;

/** What was given as a certificate, in whatever form, is none, or not one of the kind. The message is a sentence. */
public final class MalformedCertificate extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what was seen and what it means */
    public MalformedCertificate(String message) {
        super(message);
    }

    /** @param message what was seen and what it means */
    public MalformedCertificate(String message, Throwable cause) {
        super(message, cause);
    }
}
