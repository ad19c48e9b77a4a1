package org.trustflex.board;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;

/**
 * What a new simulated board is to be like.
 *
 * @param profile      the configuration of its TrustFLEX part
 * @param serialNumber the serial number of that part, 0123F51D........01; if none is given, a random one that no other board
 *                     has
 */
public record SimulatedBoardOptions(TrustFlexProfile profile, Optional<SerialNumber> serialNumber) {

    /** A prototype part with a serial number of its own. */
    public static SimulatedBoardOptions defaults() {
        return new SimulatedBoardOptions(TrustFlexProfile.PROTOTYPE, Optional.empty());
    }

    /** With another configuration. */
    public SimulatedBoardOptions withProfile(TrustFlexProfile other) {
        return new SimulatedBoardOptions(other, serialNumber);
    }

    /** With this serial number. */
    public SimulatedBoardOptions withSerialNumber(SerialNumber given) {
        return new SimulatedBoardOptions(profile, Optional.of(given));
    }
}
