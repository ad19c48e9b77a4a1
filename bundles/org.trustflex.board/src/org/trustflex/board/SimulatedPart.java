package org.trustflex.board;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.SimulatorSettings;

/**
 * Makes simulated parts as they are delivered: configured and locked, random private keys in slots 0 to 4, the simulator's
 * code in the OTP zone and the simulator's certificate chain for the key of slot 0 in slots 10 to 12.
 */
final class SimulatedPart {

    private SimulatedPart() {
    }

    static EepromImage delivered(TrustFlexProfile profile, SimulatorSettings settings, SerialNumber serialNumber) {
        SecureRandom random = new SecureRandom();
        EepromImage image = new PartFactory(profile, settings, random::nextBytes).make(serialNumber, Map.of(),
                SimulatorChain.otpZone());
        CertificateSlots slots = SimulatorChain.forPart(serialNumber, PartFactory.publicKey(image, 0), random,
                Clock.systemUTC());
        for (int slot : CertificateSlots.WRITE_ORDER) {
            image = image.withSlotBytes(slot, 0, slots.slot(slot));
        }
        return image;
    }
}
