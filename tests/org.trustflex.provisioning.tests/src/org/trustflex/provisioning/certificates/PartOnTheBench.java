package org.trustflex.provisioning.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromWriteListener;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.eeprom.ObservedEepromStore;
import org.trustflex.simulator.eeprom.PowerLost;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.VirtualClock;

/** A simulated part without a board around it: instant, in memory, with faults at chosen commands. */
public final class PartOnTheBench implements ElementSource {

    public static final SerialNumber SERIAL_NUMBER = new SerialNumber("0123AA55AA55AA5501");
    private static final EepromWriteListener NOTHING_FAILS = new EepromWriteListener() {
        @Override
        public void writing(long number, EepromImage image) {
            // Nothing fails.
        }

        @Override
        public void written(long number) {
            // Nothing fails.
        }
    };
    private static final byte[] SUCCESS = HexFormat.of().parseHex("04000340");

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    /** Carries out what a command does at this moment, such as looking at the disk. */
    @FunctionalInterface
    public interface CommandWatcher {
        /** Before the command of this number, counted from 1. */
        void before(int number) throws IOException;
    }

    private final VirtualClock clock = VirtualClock.atZero();
    private Duration executed = Duration.ZERO;
    private MemoryEepromStore store;
    private ObservedEepromStore observed;
    private SimulatedElement element;
    private int commands;
    private IntPredicate powerFailsBefore = number -> false;
    private IntPredicate replyIsLost = number -> false;
    private Predicate<byte[]> ignored = command -> false;
    private IntFunction<UnaryOperator<byte[]>> spoilt = number -> UnaryOperator.identity();
    private CommandWatcher watcher = number -> {
        // Nobody watches.
    };
    private EepromWriteListener writes = NOTHING_FAILS;

    private PartOnTheBench(EepromImage image) {
        this.store = new MemoryEepromStore(image);
        restorePower();
    }

    /** A prototype part as delivered, with the simulator's chain. */
    public static PartOnTheBench delivered() {
        return delivered(TrustFlexProfile.PROTOTYPE, SERIAL_NUMBER);
    }

    public static PartOnTheBench delivered(TrustFlexProfile profile, SerialNumber serialNumber) {
        SecureRandom random = new SecureRandom();
        EepromImage image = new PartFactory(profile, SimulatorSettings.defaults(), random::nextBytes)
                .make(serialNumber, Map.of(), SimulatorChain.otpZone());
        EccPublicKey key = PartFactory.publicKey(image, 0);
        CertificateSlots slots = SimulatorChain.forPart(serialNumber, key, random, CLOCK);
        for (int slot : CertificateSlots.WRITE_ORDER) {
            image = image.withSlotBytes(slot, 0, slots.slot(slot));
        }
        return new PartOnTheBench(image);
    }

    /** Power fails just before the command of this number, counted from 1, and stays away. */
    public void powerFailsBefore(int number) {
        powerFailsBefore = next -> next >= number;
        commands = 0;
    }

    /** The command of this number is executed and its reply lost. */
    public void replyIsLost(IntPredicate numbers) {
        replyIsLost = numbers;
        commands = 0;
    }

    /** The command of this number is executed and its reply arrives damaged. */
    public void replyIsSpoilt(int number, UnaryOperator<byte[]> damage) {
        spoilt = next -> next == number ? damage : UnaryOperator.identity();
        commands = 0;
    }

    /** Power fails in the middle of the command that makes this EEPROM write, counted from 1, and stays away. */
    public void powerFailsAtWrite(long number, boolean afterIt) {
        writes = new EepromWriteListener() {
            @Override
            public void writing(long next, EepromImage image) {
                if (next >= number && !afterIt) {
                    throw new PowerLost(next);
                }
            }

            @Override
            public void written(long next) {
                if (next >= number) {
                    throw new PowerLost(next);
                }
            }
        };
        powerUp();
    }

    /** Looks on at each command. */
    public void watch(CommandWatcher commandWatcher) {
        watcher = commandWatcher;
        commands = 0;
    }

    /** Commands that are answered with success and not executed: an EEPROM that does not take what is written. */
    public void ignores(Predicate<byte[]> commandsIgnored) {
        ignored = commandsIgnored;
    }

    public void restorePower() {
        powerFailsBefore = number -> false;
        replyIsLost = number -> false;
        spoilt = number -> UnaryOperator.identity();
        writes = NOTHING_FAILS;
        powerUp();
    }

    private void powerUp() {
        commands = 0;
        observed = new ObservedEepromStore(store, writes);
        try {
            element = SimulatedElement.powerOn(observed, SimulatorSettings.defaults(),
                    new SecureRandom()::nextBytes, clock,
                    transaction -> executed = executed.plus(transaction.executionTime()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Device time. */
    public Duration deviceTime() {
        return clock.now();
    }

    /** The execution times of all commands together. */
    public Duration executionTime() {
        return executed;
    }

    /** How many commands there were since the last fault was chosen. */
    public int commands() {
        return commands;
    }

    /** How many EEPROM writes there were since power came back. */
    public long writes() {
        return observed.writes();
    }

    public EepromImage image() {
        return store.load();
    }

    /** Changes the part behind everybody's back. */
    public void change(UnaryOperator<EepromImage> change) {
        store = new MemoryEepromStore(change.apply(image()));
        restorePower();
    }

    public void becomes(Revision revision) {
        change(image -> image.withConfigurationBytes(4, revision.bytes()));
    }

    public CertificateSlots slots() {
        return CertificateSlots.of(image().slot(10), image().slot(11), image().slot(12));
    }

    @Override
    public String boardId() {
        return "bench";
    }

    @Override
    public int i2cAddress() {
        return TrustFlexProfile.I2C_ADDRESS;
    }

    @Override
    @SuppressWarnings("resource") // The session that is returned closes the wire.
    public SecureElement open() throws ElementException {
        return SecureElement.open(new Wire());
    }

    /** Every command is wrapped in wake and idle, as the kit's firmware does it. */
    private final class Wire implements PacketChannel {

        @Override
        public byte[] exchange(byte[] command, Duration executionTime) throws LinkFailed {
            commands++;
            look();
            if (powerFailsBefore.test(commands)) {
                element.powerOff();
                throw new LinkFailed("Nobody answers.");
            }
            if (ignored.test(command)) {
                return SUCCESS.clone();
            }
            element.wake();
            Optional<byte[]> answer = element.execute(command);
            element.idle();
            answer = answer.map(spoilt.apply(commands));
            if (replyIsLost.test(commands)) {
                throw new LinkFailed("The reply was lost.");
            }
            return answer.orElseThrow(() -> new LinkFailed("Nobody answers."));
        }

        private void look() {
            try {
                watcher.before(commands);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
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
}
