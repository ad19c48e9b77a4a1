package org.trustflex.provisioning.certificates;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitSession;
import org.trustflex.kit.device.BusDevice;
import org.trustflex.kit.device.KitBus;
import org.trustflex.kit.device.KitProgram;
import org.trustflex.kit.transport.Delivery;
import org.trustflex.kit.transport.InMemoryKit;
import org.trustflex.kit.transport.KitFault;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SimulatedElement;
import org.trustflex.simulator.TransactionListener;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.EepromWriteListener;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.eeprom.ObservedEepromStore;
import org.trustflex.simulator.eeprom.PowerLost;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.VirtualClock;

/**
 * A simulated board in memory, reached through 64-byte reports: its kit program, a TrustFLEX part and a blank neighbour.
 * Each session is from power-on to power-off, as with a simulated board in its files. One fault happens once.
 */
public final class BoardOnTheBench implements ElementSource {

    private static final SerialNumber NEIGHBOUR = new SerialNumber("0123AA55AA55AA5601");

    /** When in an EEPROM write the power goes. */
    public enum Cut {
        BEFORE, AFTER, TORN
    }

    /** What becomes of one answer of the kit. */
    @FunctionalInterface
    public interface Damage {
        Delivery to(String answer);
    }

    private MemoryEepromStore store;
    private final EepromStore neighbour = new MemoryEepromStore(PartFactory.blank(NEIGHBOUR));
    private final SecureRandom random = new SecureRandom();
    private long cutAt;
    private Cut cut = Cut.BEFORE;
    private boolean staysOff;
    private boolean off;
    private int damagedAnswer;
    private Damage damage = Delivery.Arrives::new;
    private long writes;
    private int answers;

    private final EepromWriteListener listener = new EepromWriteListener() {
        @Override
        public void writing(long number, EepromImage image) {
            writes++;
            if (writes == cutAt && cut != Cut.AFTER) {
                off = staysOff;
                throw cut == Cut.TORN ? PowerLost.within(writes, 1 + random.nextInt(31)) : new PowerLost(writes);
            }
        }

        @Override
        public void written(long number) {
            if (writes == cutAt) {
                off = staysOff;
                throw new PowerLost(writes);
            }
        }
    };

    private final KitFault fault = new KitFault() {
        @Override
        public Delivery deliver(String request, String answer) {
            answers++;
            return answers == damagedAnswer ? damage.to(answer) : new Delivery.Arrives(answer);
        }
    };

    /** A board with this TrustFLEX part. */
    public BoardOnTheBench(EepromImage image) {
        store = new MemoryEepromStore(image);
    }

    /** Another part, or an earlier moment of the same; no fault is ahead, and counting begins anew. */
    public void putBack(EepromImage image) {
        store = new MemoryEepromStore(image);
        off = false;
        cutAt = 0;
        damagedAnswer = 0;
        writes = 0;
        answers = 0;
    }

    /**
     * The power goes at the EEPROM write of this number, counted from 1.
     *
     * @param stays whether it stays away until {@link #powerReturns}; else it is back for the next session
     */
    public void cutsPower(long write, Cut when, boolean stays) {
        cutAt = write;
        cut = when;
        staysOff = stays;
    }

    public void powerReturns() {
        off = false;
    }

    /** The kit's answer of this number, counted from 1, does not arrive as it was sent. */
    public void damages(int answer, Damage how) {
        damagedAnswer = answer;
        damage = how;
    }

    public long writes() {
        return writes;
    }

    public int answers() {
        return answers;
    }

    public EepromImage image() {
        return store.load();
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
    @SuppressWarnings("resource") // The session that is returned closes the kit's.
    public SecureElement open() throws ElementException {
        if (off) {
            throw new LinkFailed("Nobody answers.");
        }
        List<BusDevice> parts = new ArrayList<>();
        try {
            for (EepromStore memory : List.of(new ObservedEepromStore(store, listener), neighbour)) {
                parts.add(new OnBus(SimulatedElement.powerOn(memory, SimulatorSettings.defaults(), random::nextBytes,
                        VirtualClock.atZero(), TransactionListener.ignoring())));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        KitProgram program = new KitProgram(new KitBus(parts));
        return SecureElement.open(new KitSession(InMemoryKit.link(program, fault)).select(i2cAddress()));
    }
}
