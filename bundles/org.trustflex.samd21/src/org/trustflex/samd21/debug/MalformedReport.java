package org.trustflex.samd21.debug;

/** A command whose arguments or answer do not lie within a report. Thrown without a stack trace. */
final class MalformedReport extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedReport() {
        super(null, null, false, false);
    }
}
