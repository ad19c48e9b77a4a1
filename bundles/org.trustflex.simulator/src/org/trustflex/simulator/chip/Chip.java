package org.trustflex.simulator.chip;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.KeyConfig;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotConfig;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.Entropy;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** What a command sees of its element. */
public final class Chip {

    private static final byte[] RANDOM_BEFORE_LOCK = HexFormat.of().parseHex("ffff0000".repeat(8));

    private final Eeprom eeprom;
    private Sram sram = new Sram();
    private final SimulatorSettings settings;
    private final Entropy entropy;
    private final HardwareFaults faults = new HardwareFaults();
    private boolean persistentLatch;
    private boolean secureBootProhibited;

    /** An element that was just powered on. */
    public Chip(Eeprom eeprom, SimulatorSettings settings, Entropy entropy) {
        this.eeprom = eeprom;
        this.settings = settings;
        this.entropy = entropy;
    }

    /** The EEPROM in use. */
    public Eeprom eeprom() {
        return eeprom;
    }

    /** The EEPROM's content now. */
    public EepromImage image() {
        return eeprom.image();
    }

    /** The configuration zone. */
    public ConfigurationZone configuration() {
        return image().configuration();
    }

    /** The access policy of a slot. */
    public SlotConfig slotConfig(int slot) {
        return configuration().slotConfig(slot);
    }

    /** The kind of key in a slot. */
    public KeyConfig keyConfig(int slot) {
        return configuration().keyConfig(slot);
    }

    /** The nine bytes that name the element. */
    public SerialNumber serialNumber() {
        return configuration().serialNumber();
    }

    /** Volatile memory. */
    public Sram sram() {
        return sram;
    }

    /** Everything that the chip holds, to come back to it later. */
    public ChipState save() {
        return new ChipState(image(), sram.copy(), persistentLatch, secureBootProhibited);
    }

    /**
     * Goes back to an earlier state. What is wrong with the silicon stays wrong.
     *
     * @throws IOException if the EEPROM can't be saved; the state is then the one before
     */
    public void restore(ChipState state) throws IOException {
        eeprom.replaceNow(state.image());
        sram = state.sram().copy();
        persistentLatch = state.persistentLatch();
        secureBootProhibited = state.secureBootProhibited();
    }

    /** What the element does where nobody knows. */
    public SimulatorSettings settings() {
        return settings;
    }

    /** Where keys and signatures take their random numbers from. */
    public Entropy entropy() {
        return entropy;
    }

    /** The latch that only a power cycle clears. */
    public boolean persistentLatch() {
        return persistentLatch;
    }

    /** Sets or clears the latch. */
    public void setPersistentLatch(boolean set) {
        persistentLatch = set;
    }

    /** Whether a SecureBoot command has forbidden any further one; only a power cycle changes that. */
    public boolean secureBootProhibited() {
        return secureBootProhibited;
    }

    /** Forbids SecureBoot, or allows it again. */
    public void setSecureBootProhibited(boolean prohibited) {
        secureBootProhibited = prohibited;
    }

    /** What is wrong with the silicon. */
    public HardwareFaults faults() {
        return faults;
    }

    /** The random number generator must not have failed its health test. */
    public void requireHealthyRandomNumbers() throws CommandRefused {
        faults.requireHealthyRandomNumbers();
    }

    /** Computations on the curve with fresh random numbers need healthy ones, and luck. */
    public void requireLuck() throws CommandRefused {
        requireHealthyRandomNumbers();
        faults.requireLuck();
    }

    /**
     * Runs self-tests; the failure register keeps those that fail and forgets those that pass.
     *
     * @param tests bits of {@link org.trustflex.atecc.packet.SelfTestMode}
     */
    public void selfTest(int tests) {
        sram.setSelfTestFailures(sram.selfTestFailures() & ~tests | faults.failingSelfTests() & tests);
    }

    /**
     * The 32 bytes that Random and Nonce give out: FF FF 00 00 again and again until the configuration zone is locked
     * (508A data sheet, sections 9.12 and 9.15).
     */
    public byte[] random() throws CommandRefused {
        requireHealthyRandomNumbers();
        return configuration().configurationLocked() ? entropy.bytes(RANDOM_BEFORE_LOCK.length)
                : RANDOM_BEFORE_LOCK.clone();
    }

    /** TempKey, which must be valid and no private key. */
    public TempKey requireTempKey() throws CommandRefused {
        TempKey tempKey = sram.tempKey().orElseThrow(() -> new CommandRefused(RefusalReason.TEMPKEY_INVALID));
        if (tempKey.privateKey()) {
            throw new CommandRefused(RefusalReason.TEMPKEY_HOLDS_PRIVATE_KEY);
        }
        return tempKey;
    }

    /** The first 32 bytes of the message digest buffer, which must not be empty. */
    public byte[] requireMessageDigest() throws CommandRefused {
        byte[] buffer = sram.messageDigestBuffer()
                .orElseThrow(() -> new CommandRefused(RefusalReason.MESSAGE_BUFFER_EMPTY));
        return Arrays.copyOf(buffer, 32);
    }

    /** The 32 bytes of the IO protection key, which the configuration must enable. */
    public byte[] requireIoProtectionKey() throws CommandRefused {
        if (!configuration().ioProtectionEnabled()) {
            throw new CommandRefused(RefusalReason.IO_PROTECTION_DISABLED);
        }
        return image().block(configuration().ioProtectionKey(), 0);
    }

    /** The configuration zone must be locked. */
    public void requireConfigurationLocked() throws CommandRefused {
        if (!configuration().configurationLocked()) {
            throw new CommandRefused(RefusalReason.CONFIGURATION_OPEN);
        }
    }

    /** Data and OTP zones must be locked. */
    public void requireDataLocked() throws CommandRefused {
        requireConfigurationLocked();
        if (!configuration().dataLocked()) {
            throw new CommandRefused(RefusalReason.DATA_OPEN);
        }
    }
}
