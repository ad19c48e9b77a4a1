package org.trustflex.board;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.TrustAndGoPart;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.SimulatorSettings;

/**
 * Makes simulated parts as they are delivered. TrustFLEX and Trust&amp;GO: configured and locked, random private keys in
 * their slots, the simulator's code in the OTP zone and the simulator's certificate chain for the key of slot 0 in slots
 * 10 to 12, so that neither is taken for a real one. TrustCUSTOM: blank, with any configuration.
 */
final class SimulatedPart {

    private SimulatedPart() {
    }

    static EepromImage delivered(BoardPart part, BoardFile file) {
        SerialNumber serialNumber = file.serialNumber(part);
        TrustFlexProfile profile = file.profile();
        return switch (part) {
            case TRUST_CUSTOM -> file.custom().map(custom -> PartFactory.blank(custom.of(serialNumber)))
                    .orElseGet(() -> PartFactory.blank(serialNumber));
            case TRUST_FLEX -> provisioned(profile.zone(serialNumber, PartFactory.REVISION_608B), profile,
                    file.settings());
            case TRUST_AND_GO -> provisioned(TrustAndGoPart.zone(serialNumber, PartFactory.REVISION_608B), profile,
                    file.settings());
        };
    }

    private static EepromImage provisioned(ConfigurationZone zone, TrustFlexProfile profile,
            SimulatorSettings settings) {
        SecureRandom random = new SecureRandom();
        EepromImage image = new PartFactory(profile, settings, random::nextBytes).make(zone, Map.of(),
                SimulatorChain.otpZone());
        CertificateSlots slots = SimulatorChain.forPart(zone.serialNumber(), PartFactory.publicKey(image, 0), random,
                Clock.systemUTC());
        for (int slot : CertificateSlots.WRITE_ORDER) {
            image = image.withSlotBytes(slot, 0, slots.slot(slot));
        }
        return image;
    }
}
