package org.trustflex.benchmarks;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.TransactionListener;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.ExecutionTimes;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.VirtualClock;

/** A TFLXTLS prototype part as delivered, in memory, whose commands take no device time. */
final class Part implements ElementSource, PacketChannel {

    private static final SerialNumber SERIAL_NUMBER = new SerialNumber("0123F51D0000000001");

    private final SimulatedElement element;

    private Part(SimulatedElement element) {
        this.element = element;
    }

    static Part delivered() throws IOException {
        SecureRandom random = new SecureRandom();
        SimulatorSettings settings = SimulatorSettings.defaults().withExecutionTimes(ExecutionTimes.INSTANT);
        EepromImage image = new PartFactory(TrustFlexProfile.PROTOTYPE, settings, random::nextBytes)
                .make(SERIAL_NUMBER, Map.of(), SimulatorChain.otpZone());
        CertificateSlots slots = SimulatorChain.forPart(SERIAL_NUMBER, PartFactory.publicKey(image, 0), random,
                Clock.systemUTC());
        for (int slot : CertificateSlots.WRITE_ORDER) {
            image = image.withSlotBytes(slot, 0, slots.slot(slot));
        }
        return new Part(SimulatedElement.powerOn(new MemoryEepromStore(image), settings, random::nextBytes,
                VirtualClock.atZero(), TransactionListener.ignoring()));
    }

    SimulatedElement element() {
        return element;
    }

    @Override
    public String boardId() {
        return "benchmark";
    }

    @Override
    public int i2cAddress() {
        return TrustFlexProfile.I2C_ADDRESS;
    }

    @Override
    public SecureElement open() throws ElementException {
        return SecureElement.open(this);
    }

    @Override
    public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed {
        element.wake();
        byte[] response = element.execute(command).orElseThrow(() -> new LinkFailed("no answer"));
        element.idle();
        return response;
    }

    @Override
    public void sleep() {
        element.wake();
        element.sleep();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
