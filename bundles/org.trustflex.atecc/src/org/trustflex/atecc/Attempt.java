package org.trustflex.atecc;

import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.StatusCode;

/** One try of a command sequence that may meet an unlucky random value in the device. */
interface Attempt {

    /** How often a command that met an unlucky random value is tried. */
    int ECC_FAULT_TRIES = 3;

    byte[] run() throws ElementException;

    /** Tries again while the device reports an unlucky random value. */
    static byte[] repeated(Attempt attempt) throws ElementException {
        for (int tries = 1;; tries++) {
            try {
                return attempt.run();
            } catch (DeviceRefused refused) {
                if (refused.status() != StatusCode.ECC_FAULT || tries == ECC_FAULT_TRIES) {
                    throw refused;
                }
            }
        }
    }
}
