package org.trustflex.board;

import java.util.HexFormat;
import java.util.Set;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.simulator.environment.Entropy;

/**
 * The serial numbers of simulated parts: {@code 0123F51D}, eight digits, {@code 01}. They have the form of Trust
 * Platform serial numbers (01 23 in front, 01 at the end), without which a part is no TrustFLEX part, and a range of
 * their own inside it, so that a simulated part is never taken for a real one.
 */
final class SimulatedSerialNumbers {

    static final String PREFIX = "0123F51D";
    static final String SUFFIX = "01";
    private static final int RANDOM_BYTES = 4;

    private SimulatedSerialNumbers() {
    }

    static boolean contains(SerialNumber serialNumber) {
        return serialNumber.hex().startsWith(PREFIX) && serialNumber.hex().endsWith(SUFFIX);
    }

    /** One that nobody has. */
    static SerialNumber next(Entropy entropy, Set<SerialNumber> taken) {
        while (true) {
            String middle = HexFormat.of().withUpperCase().formatHex(entropy.bytes(RANDOM_BYTES));
            SerialNumber serialNumber = new SerialNumber(PREFIX + middle + SUFFIX);
            if (!taken.contains(serialNumber)) {
                return serialNumber;
            }
        }
    }
}
