package org.trustflex.board;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.simulator.TrustAndGoPart;

/**
 * What the configuration zone of a secure element says.
 *
 * @param part                "ATECC608B-TFLXTLS", "ATECC608B-TNGTLS", or without the second half if the configuration is
 *                            another
 * @param revision            configuration bytes 4 to 7
 * @param serialNumber        configuration bytes 0 to 3 and 8 to 12
 * @param i2cAddress          8-bit notation, such as 0x6C
 * @param configurationLocked LockConfig
 * @param dataLocked          LockValue
 * @param simulated           whether the serial number is in the range of simulated parts, 0123F51D........01
 */
public record ElementDescription(String part, Revision revision, SerialNumber serialNumber, int i2cAddress,
        boolean configurationLocked, boolean dataLocked, boolean simulated) {

    private static final String TRUST_FLEX = "-TFLXTLS";
    private static final String TRUST_AND_GO = "-TNGTLS";

    static ElementDescription of(ConfigurationZone zone, int i2cAddress) {
        return new ElementDescription(zone.revision().partName() + kind(zone), zone.revision(), zone.serialNumber(),
                i2cAddress,
                zone.configurationLocked(), zone.dataLocked(), SimulatedSerialNumbers.contains(zone.serialNumber()));
    }

    private static String kind(ConfigurationZone zone) {
        if (TrustFlexProfile.of(zone).isPresent()) {
            return TRUST_FLEX;
        }
        return TrustAndGoPart.fits(zone) ? TRUST_AND_GO : "";
    }
}
