package org.trustflex.board;

import java.nio.file.Path;
import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;

/**
 * What a new simulated board is to be like.
 *
 * @param profile      the configuration of its TrustFLEX part
 * @param serialNumber the serial number of that part, 0123F51D........01; if none is given, a random one that no other board
 *                     has
 * @param custom       what is in the TrustCUSTOM part, whose zones are open; if none is given, what is in parts from the fab
 */
public record SimulatedBoardOptions(TrustFlexProfile profile, Optional<SerialNumber> serialNumber,
        Optional<CustomConfiguration> custom) {

    /** A prototype part with a serial number of its own. */
    public static SimulatedBoardOptions defaults() {
        return new SimulatedBoardOptions(TrustFlexProfile.PROTOTYPE, Optional.empty(), Optional.empty());
    }

    /** With another configuration. */
    public SimulatedBoardOptions withProfile(TrustFlexProfile other) {
        return new SimulatedBoardOptions(other, serialNumber, custom);
    }

    /** With this serial number. */
    public SimulatedBoardOptions withSerialNumber(SerialNumber given) {
        return new SimulatedBoardOptions(profile, Optional.of(given), custom);
    }

    /**
     * With a configuration in the TrustCUSTOM part, whose owner then locks and personalises it.
     *
     * @param file 128 bytes, or 256 hex digits with white space, commas and "0x" anywhere between bytes. Serial number and
     *             everything else before byte 16 stay the part's own
     * @throws UnusableBoard if the file holds no configuration, or one with the address of another part
     */
    public SimulatedBoardOptions withCustomConfiguration(Path file) throws UnusableBoard {
        return new SimulatedBoardOptions(profile, serialNumber, Optional.of(CustomConfiguration.read(file)));
    }
}
