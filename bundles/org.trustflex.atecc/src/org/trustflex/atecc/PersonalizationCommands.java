package org.trustflex.atecc;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.host.EncryptedPrivateKey;
import org.trustflex.atecc.host.GenDigs;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeriveKeyMode;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.LockMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.PrivWriteMode;
import org.trustflex.atecc.packet.ReadWriteMode;
import org.trustflex.atecc.packet.UpdateExtraMode;
import org.trustflex.atecc.packet.Zone;
import org.trustflex.atecc.packet.ZoneAddress;

/**
 * What makes a blank part somebody's own: configuration, locks, keys from outside (508A data sheet, sections 2.4, 9.4,
 * 9.10, 9.14 and 9.19). Locks and UpdateExtra have no way back. The session's configuration zone is read again with
 * {@link SecureElement#refreshConfigurationZone}.
 */
public final class PersonalizationCommands {

    private final SecureElement element;
    private final CommandRunner runner;

    PersonalizationCommands(SecureElement element, CommandRunner runner) {
        this.element = element;
        this.runner = runner;
    }

    /**
     * Writes the bytes of the configuration zone that can be written, four by four: 16 to 83 and 88 to 127.
     *
     * @param zone whose other bytes are ignored
     */
    public void writeConfiguration(ConfigurationZone zone) throws ElementException {
        byte[] bytes = zone.bytes();
        for (int offset = 16; offset < ConfigurationZone.SIZE; offset += 4) {
            if (offset != ConfigurationZone.USER_EXTRA) {
                int address = new ZoneAddress(0, offset / 32, offset % 32 / 4).encode(Zone.CONFIGURATION);
                runner.run(CommandPacket.of(Opcode.WRITE, Zone.CONFIGURATION.code(), address, bytes[offset],
                        bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]));
            }
        }
    }

    /** Locks the configuration zone for ever, whatever is in it. */
    public void lockConfiguration() throws ElementException {
        runner.run(CommandPacket.of(Opcode.LOCK, LockMode.CONFIGURATION_ZONE | LockMode.IGNORE_SUMMARY, 0));
    }

    /** Locks data and OTP zones for ever, whatever is in them: the policies are in force from now on. */
    public void lockData() throws ElementException {
        runner.run(CommandPacket.of(Opcode.LOCK, LockMode.DATA_AND_OTP_ZONES | LockMode.IGNORE_SUMMARY, 0));
    }

    /**
     * Writes one block of the OTP zone, before the data zone is locked.
     *
     * @param block   0 or 1
     * @param content 32 bytes
     */
    public void writeOtp(int block, byte[] content) throws ElementException {
        int mode = Zone.OTP.code() | ReadWriteMode.THIRTY_TWO_BYTES;
        int address = new ZoneAddress(0, block, 0).encode(Zone.OTP);
        runner.run(CommandPacket.of(Opcode.WRITE, mode, address, content));
    }

    /**
     * PrivWrite in the clear, before the data zone is locked.
     *
     * @param privateKey 32 bytes, big-endian
     */
    public void writePrivateKey(int slot, byte[] privateKey) throws ElementException {
        runner.run(CommandPacket.of(Opcode.PRIV_WRITE, PrivWriteMode.CLEAR, slot,
                EncryptedPrivateKey.padded(privateKey)));
    }

    /**
     * PrivWrite encrypted: a random nonce, GenDig over the write key, the key with its MAC.
     *
     * @param privateKey 32 bytes, big-endian
     * @param writeKey   the 32 bytes in the slot that encrypts
     * @param hostNonce  20 fresh random bytes
     */
    public void writePrivateKeyEncrypted(int slot, byte[] privateKey, byte[] writeKey, byte[] hostNonce)
            throws ElementException {
        int writeKeySlot = element.configurationZone().slotConfig(slot).writeKey();
        byte[] nonce = element.nonceRandom(hostNonce);
        runner.run(CommandPacket.of(Opcode.GEN_DIG, GenDigZone.DATA, writeKeySlot));
        byte[] session = GenDigs.dataSlot(writeKeySlot, writeKey, element.serialNumber(), nonce);
        EncryptedPrivateKey encrypted = EncryptedPrivateKey.of(session, slot, element.serialNumber(), privateKey);
        runner.run(CommandPacket.of(Opcode.PRIV_WRITE, PrivWriteMode.ENCRYPTED, slot, encrypted.data()));
    }

    /**
     * DeriveKey: the key of a slot becomes a digest of itself or its parent with TempKey, which a nonce must have loaded.
     *
     * @param passThrough whether that nonce came from outside
     * @param mac         32 bytes, see {@link org.trustflex.atecc.host.DerivedKeys#mac}, or none
     */
    public void deriveKey(int slot, boolean passThrough, byte... mac) throws ElementException {
        int mode = passThrough ? DeriveKeyMode.SOURCE_FLAG : 0;
        runner.run(CommandPacket.of(Opcode.DERIVE_KEY, mode, slot, mac));
    }

    /** UpdateExtra: writes configuration byte 84, once for ever. */
    public void writeUserExtra(int value) throws ElementException {
        runner.run(CommandPacket.of(Opcode.UPDATE_EXTRA, UpdateExtraMode.USER_EXTRA, value));
    }

    /** UpdateExtra: writes configuration byte 85, once for ever: the I2C address after the next sleep. */
    public void writeUserExtraAddress(int value) throws ElementException {
        runner.run(CommandPacket.of(Opcode.UPDATE_EXTRA, UpdateExtraMode.USER_EXTRA_ADDRESS, value));
    }

    /** UpdateExtra: counts a use of a key that has a limited number of them. */
    public void countKeyUse(int slot) throws ElementException {
        runner.run(CommandPacket.of(Opcode.UPDATE_EXTRA, UpdateExtraMode.COUNT_KEY_USE, slot));
    }
}
