package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.host.GenDigs;
import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.EepromStore;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.environment.VirtualClock;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;

/** A powered element with a host that wakes it, talks to it and puts it to idle, as a kit does. */
public final class Bench {

    public static final SerialNumber SERIAL = new SerialNumber("01233E8A1491F2A601");
    /** 01, 02, 03 and so on: any 32 bytes will do. */
    public static final byte[] ANY_32 = ramp(32);

    private static final int SLOT_CONFIG = 20;
    private static final int KEY_CONFIG = 96;

    private final SimulatedElement element;
    private final VirtualClock clock = VirtualClock.atZero();
    private final List<SimulatedTransaction> transactions = new ArrayList<>();
    private final SeededEntropy entropy;

    private Bench(EepromStore store, SimulatorSettings settings, SeededEntropy entropy) {
        this.entropy = entropy;
        try {
            this.element = SimulatedElement.powerOn(store, settings, entropy, clock, transactions::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A TFLXTLS prototype part as delivered. */
    public static Bench prototype() {
        return of(prototypeImage());
    }

    public static Bench of(EepromImage image) {
        return of(image, SimulatorSettings.defaults());
    }

    public static Bench of(EepromImage image, SimulatorSettings settings) {
        return on(new MemoryEepromStore(image), settings);
    }

    public static Bench on(EepromStore store, SimulatorSettings settings) {
        return new Bench(store, settings, new SeededEntropy(2));
    }

    public static EepromImage prototypeImage() {
        return new PartFactory(TrustFlexProfile.PROTOTYPE, SimulatorSettings.defaults(), new SeededEntropy(1))
                .make(SERIAL, Map.of(), otp());
    }

    public static byte[] otp() {
        return Arrays.copyOf(HexFormat.of().parseHex("77644e78416a6165"), 64);
    }

    /** The image with the policies of a slot given as four hex digits each, in the order of the configuration zone. */
    public static EepromImage withPolicy(EepromImage image, int slot, String slotConfig, String keyConfig) {
        return image.withConfigurationBytes(SLOT_CONFIG + 2 * slot, HexFormat.of().parseHex(slotConfig))
                .withConfigurationBytes(KEY_CONFIG + 2 * slot, HexFormat.of().parseHex(keyConfig));
    }

    public static byte[] ramp(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i + 1);
        }
        return bytes;
    }

    public static byte[] concat(byte[]... parts) {
        byte[] all = new byte[0];
        for (byte[] part : parts) {
            byte[] longer = Arrays.copyOf(all, all.length + part.length);
            System.arraycopy(part, 0, longer, all.length, part.length);
            all = longer;
        }
        return all;
    }

    public SimulatedElement element() {
        return element;
    }

    public VirtualClock clock() {
        return clock;
    }

    public SeededEntropy entropy() {
        return entropy;
    }

    public List<SimulatedTransaction> transactions() {
        return transactions;
    }

    public ConfigurationZone configuration() {
        return element.eeprom().configuration();
    }

    /** Wake, one command, idle. */
    public Answer run(Opcode opcode, int param1, int param2, byte... data) {
        return run(CommandPacket.of(opcode, param1, param2, data).encode());
    }

    public Answer run(byte[] packet) {
        element.wake();
        byte[] response = element.execute(packet).orElseThrow();
        element.idle();
        SimulatedTransaction last = transactions.get(transactions.size() - 1);
        assertEquals(response.length, last.responseLength());
        try {
            ResponsePacket parsed = ResponsePacket.parse(response);
            if (last.refusal().isPresent()) {
                assertTrue(parsed.isStatus() && parsed.statusByte() == last.status().code(), last.toString());
            }
            return new Answer(last.status(), parsed.payload(), last.refusal());
        } catch (MalformedReply malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** Runs a command that must be carried out. */
    public byte[] accepts(Opcode opcode, int param1, int param2, byte... data) {
        Answer answer = run(opcode, param1, param2, data);
        assertEquals(Optional.empty(), answer.refusal(), () -> opcode + " should be carried out");
        return answer.payload();
    }

    /** Runs a command that must be refused, with the usual status of the reason. */
    public void refuses(RefusalReason reason, Opcode opcode, int param1, int param2, byte... data) {
        refuses(reason.status(), reason, opcode, param1, param2, data);
    }

    public void refuses(StatusCode status, RefusalReason reason, Opcode opcode, int param1, int param2,
            byte... data) {
        EepromImage before = element.eeprom();
        Answer answer = run(opcode, param1, param2, data);
        assertEquals(Optional.of(reason), answer.refusal().map(Refusal::reason), answer::toString);
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(before, element.eeprom(), "a refusal changes nothing that lasts");
    }

    /** TempKey from a random nonce; returns its value. */
    public byte[] randomNonce() {
        byte[] input = new byte[20];
        return Nonces.random(accepts(Opcode.NONCE, 0x00, 0, input), input, 0, 0);
    }

    /** TempKey from outside. */
    public void fixedNonce() {
        accepts(Opcode.NONCE, 0x03, 0, ANY_32);
    }

    /** A message into the message digest buffer. */
    public void message(byte[] digest) {
        accepts(Opcode.NONCE, 0x43, 0, digest);
    }

    /** TempKey from a random nonce and GenDig over a slot; returns its value. */
    public byte[] sessionKey(int slot) {
        byte[] nonce = randomNonce();
        accepts(Opcode.GEN_DIG, 0x02, slot, new byte[] { 0x15, 0x02, (byte) slot, 0x00 });
        return GenDigs.dataSlot(slot, Arrays.copyOf(element.eeprom().slot(slot), 32), SERIAL, nonce);
    }

    /** The data of an encrypted Write of 32 bytes. */
    public static byte[] encrypted(byte[] sessionKey, int param1, int param2, byte[] plain) {
        return EncryptedWrite.of(sessionKey, param1, param2, SERIAL, plain).data();
    }

    public boolean tempKeyValid() {
        return element.state().tempKey().isPresent();
    }
}
