package org.trustflex.atecc;

import java.util.Arrays;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.host.GenDigs;
import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.CounterMode;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.InfoMode;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PacketChannel;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.SignMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.packet.VerifyMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/**
 * An exclusive session with one ATECC608 secure element: its commands with typed arguments and answers. A method returns
 * only if the device did what the method says; in the three other cases it throws an {@link ElementException}. Used by
 * one thread at a time.
 */
public final class SecureElement implements AutoCloseable {

    private static final int VALID_NIBBLE = 5;

    private final CommandRunner runner;
    private ConfigurationZone configurationZone;

    private SecureElement(CommandRunner runner, ConfigurationZone configurationZone) {
        this.runner = runner;
        this.configurationZone = configurationZone;
    }

    /**
     * Opens a session and reads the configuration zone. Closes the channel if that fails.
     *
     * @throws ElementException if the element can't be reached or says no
     */
    public static SecureElement open(PacketChannel channel) throws ElementException {
        boolean opened = false;
        try {
            CommandRunner runner = new CommandRunner(channel);
            ConfigurationZone zone = new ZoneReader(runner).configuration();
            runner.explainBy(zone);
            opened = true;
            return new SecureElement(runner, zone);
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    /** The configuration zone as it was read last. */
    public ConfigurationZone configurationZone() {
        return configurationZone;
    }

    /** The serial number as it was read when the session was opened. */
    public SerialNumber serialNumber() {
        return configurationZone.serialNumber();
    }

    /**
     * Reads the configuration zone again and makes sure that the element is still the same one.
     *
     * @throws MalformedReply if another serial number is read
     */
    public ConfigurationZone refreshConfigurationZone() throws ElementException {
        ConfigurationZone fresh = new ZoneReader(runner).configuration();
        if (!fresh.serialNumber().equals(serialNumber())) {
            throw new MalformedReply(Messages.text("serial.changed", serialNumber(), fresh.serialNumber()));
        }
        configurationZone = fresh;
        runner.explainBy(fresh);
        return fresh;
    }

    /** Info(revision). */
    public Revision revision() throws ElementException {
        return Revision.of(runner.query(CommandPacket.of(Opcode.INFO, InfoMode.REVISION, 0), 4));
    }

    /** Info(key valid): whether the public key in a slot is validated, or a private key is there. */
    public boolean keyValid(int slot) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.INFO, InfoMode.KEY_VALID, slot), 4)[0] == 1;
    }

    /** Random: 32 bytes from the device's generator. */
    public byte[] random() throws ElementException {
        return runner.query(CommandPacket.of(Opcode.RANDOM, 0, 0), 32);
    }

    /** The 64 bytes of the OTP zone. */
    public byte[] readOtp() throws ElementException {
        return new ZoneReader(runner).blocks(Zone.OTP, 0, Zone.OTP.size() / SlotLayout.BLOCK_SIZE);
    }

    /** Four bytes of a data slot, read in the clear. */
    public byte[] readWord(int slot, int block, int word) throws ElementException {
        int address = new ZoneAddress(slot, block, word).encode(Zone.DATA);
        return runner.query(CommandPacket.of(Opcode.READ, Zone.DATA.code(), address), SlotLayout.WORD_SIZE);
    }

    /** The whole content of a data slot, read in the clear: 36, 72 or 416 bytes. */
    public byte[] readSlot(int slot) throws ElementException {
        byte[] content = new ZoneReader(runner).blocks(Zone.DATA, slot, SlotLayout.blocks(slot));
        return Arrays.copyOf(content, SlotLayout.size(slot));
    }

    /** The public key that stands in a data slot in its stored form, valid or not. */
    public EccPublicKey readPublicKey(int slot) throws ElementException {
        return EccPublicKey.fromStored(readSlot(slot));
    }

    /** Whether the validity nibble of a public key slot says valid (TFLXTLS data sheet, section 4.5.1.1). */
    public boolean readValidity(int slot) throws ElementException {
        return (readWord(slot, 0, 0)[0] >> 4 & 0x0F) == VALID_NIBBLE;
    }

    /**
     * Writes one block of a data slot in the clear. What goes beyond the slot's end is ignored by the device.
     *
     * @param content 32 bytes
     */
    public void writeBlock(int slot, int block, byte[] content) throws ElementException {
        int mode = Zone.DATA.code() | ReadWriteMode.THIRTY_TWO_BYTES;
        runner.run(CommandPacket.of(Opcode.WRITE, mode, ZoneAddress.ofSlot(slot, block).encode(Zone.DATA), content));
    }

    /**
     * Writes one block of a data slot encrypted: a random nonce, GenDig over the write key, Write with MAC.
     *
     * @param content      32 bytes
     * @param writeKey     the 32 bytes in the slot that encrypts
     * @param hostNonce    20 fresh random bytes
     */
    public void writeEncrypted(int slot, int block, byte[] content, byte[] writeKey, byte[] hostNonce)
            throws ElementException {
        int writeKeySlot = configurationZone.slotConfig(slot).writeKey();
        byte[] nonce = nonceRandom(hostNonce);
        byte[] parameters = GenDigs.parameters(GenDigZone.DATA, writeKeySlot);
        runner.run(CommandPacket.of(Opcode.GEN_DIG, GenDigZone.DATA, writeKeySlot, parameters));
        byte[] session = GenDigs.dataSlot(writeKeySlot, writeKey, serialNumber(), nonce);
        int mode = Zone.DATA.code() | ReadWriteMode.THIRTY_TWO_BYTES | ReadWriteMode.ENCRYPTED;
        int address = ZoneAddress.ofSlot(slot, block).encode(Zone.DATA);
        byte[] data = EncryptedWrite.of(session, mode, address, serialNumber(), content).data();
        runner.run(CommandPacket.of(Opcode.WRITE, mode, address, data));
    }

    /**
     * Nonce(random): TempKey becomes a mix of a random number of the device and the host's part.
     *
     * @param hostNonce 20 bytes
     * @return TempKey as the device has it now, 32 bytes
     */
    public byte[] nonceRandom(byte[] hostNonce) throws ElementException {
        int mode = NonceMode.RANDOM_SEED_UPDATE;
        byte[] random = runner.query(CommandPacket.of(Opcode.NONCE, mode, 0, hostNonce), 32);
        return Nonces.random(random, hostNonce, mode, 0);
    }

    /**
     * Nonce(pass-through).
     *
     * @param target one of the targets of {@link NonceMode}
     * @param value  32 bytes
     */
    public void nonce(int target, byte[] value) throws ElementException {
        runner.run(CommandPacket.of(Opcode.NONCE, NonceMode.PASS_THROUGH | target, 0, value));
    }

    /** GenKey: makes a new private key in a slot and returns its public key. The old private key is gone. */
    public EccPublicKey generateKey(int slot) throws ElementException {
        return EccPublicKey.of(Attempt.repeated(() -> genKey(GenKeyMode.PRIVATE, slot)));
    }

    /** GenKey: the public key of the private key in a slot. */
    public EccPublicKey publicKey(int slot) throws ElementException {
        return EccPublicKey.of(Attempt.repeated(() -> genKey(GenKeyMode.PUBLIC, slot)));
    }

    private byte[] genKey(int mode, int slot) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.GEN_KEY, mode, slot), EccPublicKey.LENGTH);
    }

    /** GenKey(public key digest): TempKey becomes a digest of TempKey and the public key stored in a slot. */
    public void digestPublicKey(int slot) throws ElementException {
        runner.run(CommandPacket.of(Opcode.GEN_KEY, GenKeyMode.PUBLIC_KEY_DIGEST, slot, new byte[3]));
    }

    /**
     * Sign(external): signs a digest with the private key in a slot.
     *
     * @param digest 32 bytes
     */
    public EcdsaSignature sign(int slot, byte[] digest) throws ElementException {
        return EcdsaSignature.of(Attempt.repeated(() -> {
            nonce(NonceMode.TARGET_MESSAGE_DIGEST_BUFFER, digest);
            int mode = SignMode.EXTERNAL | SignMode.SOURCE_MESSAGE_DIGEST_BUFFER;
            return runner.query(CommandPacket.of(Opcode.SIGN, mode, slot), EcdsaSignature.LENGTH);
        }));
    }

    /**
     * Verify(stored): returns only if the signature over the digest was made by the private key that belongs to the
     * public key in the slot.
     *
     * @param digest 32 bytes
     * @throws DeviceRefused with {@link StatusCode#MISCOMPARE} if it was not, with another status if the slot can't be
     *                       used
     */
    public void verifyStored(int slot, byte[] digest, EcdsaSignature signature) throws ElementException {
        nonce(NonceMode.TARGET_MESSAGE_DIGEST_BUFFER, digest);
        int mode = VerifyMode.STORED | VerifyMode.SOURCE_MESSAGE_DIGEST_BUFFER;
        runner.run(CommandPacket.of(Opcode.VERIFY, mode, slot, signature.bytes()));
    }

    /**
     * Verify(external): returns only if the signature over the digest was made by the private key that belongs to the
     * given public key.
     *
     * @param digest 32 bytes
     */
    public void verifyExternal(byte[] digest, EcdsaSignature signature, EccPublicKey key) throws ElementException {
        nonce(NonceMode.TARGET_MESSAGE_DIGEST_BUFFER, digest);
        int mode = VerifyMode.EXTERNAL | VerifyMode.SOURCE_MESSAGE_DIGEST_BUFFER;
        runner.run(CommandPacket.of(Opcode.VERIFY, mode, VerifyMode.KEY_TYPE_P256,
                Outputs.concatenate(signature.bytes(), key.bytes())));
    }

    /**
     * Makes the public key in a slot valid: Nonce, GenKey(public key digest), Verify(validate). Returns only if the device
     * accepted the authority's signature.
     *
     * @param nonce     the 32 bytes that the authority signed for
     * @param otherData 19 bytes, see {@link org.trustflex.atecc.host.InternalMessage#otherData()}
     */
    public void validate(int slot, byte[] nonce, EcdsaSignature signature, byte[] otherData) throws ElementException {
        changeValidity(VerifyMode.VALIDATE, slot, nonce, signature, otherData);
    }

    /**
     * Makes the public key in a slot invalid, after which it may be overwritten. Returns only if the device accepted the
     * authority's signature.
     *
     * @param nonce     the 32 bytes that the authority signed for
     * @param otherData 19 bytes, see {@link org.trustflex.atecc.host.InternalMessage#otherData()}
     */
    public void invalidate(int slot, byte[] nonce, EcdsaSignature signature, byte[] otherData)
            throws ElementException {
        changeValidity(VerifyMode.INVALIDATE, slot, nonce, signature, otherData);
    }

    private void changeValidity(int mode, int slot, byte[] nonce, EcdsaSignature signature, byte[] otherData)
            throws ElementException {
        nonce(NonceMode.TARGET_TEMPKEY, nonce);
        digestPublicKey(slot);
        runner.run(CommandPacket.of(Opcode.VERIFY, mode, slot, Outputs.concatenate(signature.bytes(), otherData)));
    }

    /**
     * MAC.
     *
     * @param mode      see {@link org.trustflex.atecc.packet.MacMode}
     * @param challenge 32 bytes, or none where the mode takes TempKey instead
     * @return 32 bytes
     */
    public byte[] mac(int mode, int slot, byte... challenge) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.MAC, mode, slot, challenge), 32);
    }

    /**
     * CheckMac: returns only if the response fits.
     *
     * @param mode      see {@link org.trustflex.atecc.packet.MacMode}
     * @param challenge 32 bytes, sent even where the mode takes TempKey instead
     * @param response  32 bytes
     * @param otherData 13 bytes
     */
    public void checkMac(int mode, int slot, byte[] challenge, byte[] response, byte[] otherData)
            throws ElementException {
        runner.run(CommandPacket.of(Opcode.CHECK_MAC, mode, slot,
                Outputs.concatenate(Outputs.concatenate(challenge, response), otherData)));
    }

    /** Locks one slot for ever. There is no way back. */
    public void lockSlot(int slot) throws ElementException {
        runner.run(CommandPacket.of(Opcode.LOCK, LockMode.SLOT | slot << 2, 0));
        refreshConfigurationZone();
    }

    /** Counter(read) of counter 0 or 1. */
    public int counter(int number) throws ElementException {
        return counter(CounterMode.READ, number);
    }

    /** Counter(increment) of counter 0 or 1; returns the new value. A counter never goes back. */
    public int incrementCounter(int number) throws ElementException {
        return counter(CounterMode.INCREMENT, number);
    }

    private int counter(int mode, int number) throws ElementException {
        byte[] value = runner.query(CommandPacket.of(Opcode.COUNTER, mode, number), 4);
        return value[0] & 0xFF | (value[1] & 0xFF) << 8 | (value[2] & 0xFF) << 16 | (value[3] & 0xFF) << 24;
    }

    /** AES with keys in the element. */
    public AesCommands aes() {
        return new AesCommands(runner);
    }

    /** Key agreement. */
    public EcdhCommands ecdh() {
        return new EcdhCommands(runner);
    }

    /** Key derivation. */
    public KdfCommands kdf() {
        return new KdfCommands(runner);
    }

    /** SHA-256 and HMAC in the element. */
    public ShaCommands sha() {
        return new ShaCommands(runner);
    }

    /** Secure boot. */
    public SecureBootCommands secureBoot() {
        return new SecureBootCommands(runner, configurationZone);
    }

    /** What makes a blank part somebody's own. */
    public PersonalizationCommands personalization() {
        return new PersonalizationCommands(this, runner);
    }

    /** State and health. */
    public StatusCommands status() {
        return new StatusCommands(runner);
    }

    /** Signatures that are verified over a wire that nobody trusts, or by a certificate. */
    public VerifyCommands verification() {
        return new VerifyCommands(runner);
    }

    /** Runs any other command that answers a status alone. Returns only on success. */
    public void run(CommandPacket command) throws ElementException {
        runner.run(command);
    }

    /** Runs any other command that answers data of the given length, more than one byte. */
    public byte[] query(CommandPacket command, int length) throws ElementException {
        return runner.query(command, length);
    }

    /** Puts the element to sleep, so that nothing stays in TempKey, and releases the channel. */
    @Override
    public void close() {
        try (PacketChannel channel = runner.channel()) {
            channel.sleep();
        } catch (ElementException gone) {
            // The session is over either way, and an element that is gone has lost its volatile memory.
            System.getLogger(SecureElement.class.getName()).log(System.Logger.Level.DEBUG, gone.getMessage());
        }
    }
}
