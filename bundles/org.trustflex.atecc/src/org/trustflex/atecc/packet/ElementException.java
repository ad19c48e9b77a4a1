package org.trustflex.atecc.packet;

/**
 * Why a secure element gave no value. There are exactly three cases, and they are never mixed up: the chip said no
 * ({@link DeviceRefused}), nobody answered ({@link LinkFailed}), or nonsense came back ({@link MalformedReply}).
 *
 * <p>These are checked exceptions and not return values on purpose: a returned refusal of a command that yields no data,
 * such as Write or Verify, can be dropped by forgetting to look at it; this one can't.
 */
public abstract sealed class ElementException extends Exception permits DeviceRefused, LinkFailed, MalformedReply {

    private static final long serialVersionUID = 1L;

    ElementException(String message) {
        super(message);
    }

    ElementException(String message, Throwable cause) {
        super(message, cause);
    }
}
