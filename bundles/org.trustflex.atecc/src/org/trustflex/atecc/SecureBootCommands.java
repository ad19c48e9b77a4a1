package org.trustflex.atecc;

import java.security.MessageDigest;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SecureBootConfig;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.SecureBoots;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.SecureBootMode;

/**
 * Secure boot (TFLXTLS data sheet, section 5.2.3). Digests have 32 bytes. A method returns only if the element found the
 * code genuine.
 */
public final class SecureBootCommands {

    private final CommandRunner runner;
    private final ConfigurationZone zone;

    SecureBootCommands(CommandRunner runner, ConfigurationZone zone) {
        this.runner = runner;
        this.zone = zone;
    }

    /** SecureBoot(full): verifies a digest with its signature. */
    public void verify(byte[] digest, EcdsaSignature signature) throws ElementException {
        runner.run(command(SecureBootMode.FULL, Outputs.concatenate(digest, signature.bytes())));
    }

    /** SecureBoot(full copy): verifies a digest with its signature and keeps one of them for the next boots. */
    public void verifyAndStore(byte[] digest, EcdsaSignature signature) throws ElementException {
        runner.run(command(SecureBootMode.FULL_COPY, Outputs.concatenate(digest, signature.bytes())));
    }

    /** SecureBoot(full store): compares a digest with what was kept. */
    public void verifyStored(byte[] digest) throws ElementException {
        runner.run(command(SecureBootMode.FULL_STORE, digest));
    }

    /**
     * SecureBoot(full store) over a wire that nobody trusts: the digest goes encrypted, and the element's MAC is checked.
     * Only where the configuration keeps the digest.
     *
     * @param tempKey the 32 bytes that a nonce has just put into TempKey
     * @param ioKey   the 32-byte IO protection key, which the host knows too
     * @throws MalformedReply if the MAC is not the element's
     */
    public void verifyStoredProtected(byte[] digest, byte[] tempKey, byte[] ioKey) throws ElementException {
        if (zone.secureBoot().mode() != SecureBootConfig.Mode.FULL_DIGEST) {
            throw new IllegalStateException("This element keeps no digest for secure boot");
        }
        exchange(SecureBootMode.FULL_STORE, digest, new byte[0], SecureBoots.sessionKey(ioKey, tempKey));
    }

    /**
     * SecureBoot(full copy) over a wire that nobody trusts.
     *
     * @param tempKey the 32 bytes that a nonce has just put into TempKey
     * @param ioKey   the 32-byte IO protection key, which the host knows too
     * @throws MalformedReply if the MAC is not the element's
     */
    public void verifyAndStoreProtected(byte[] digest, EcdsaSignature signature, byte[] tempKey, byte[] ioKey)
            throws ElementException {
        exchange(SecureBootMode.FULL_COPY, digest, signature.bytes(), SecureBoots.sessionKey(ioKey, tempKey));
    }

    private void exchange(int form, byte[] digest, byte[] signature, byte[] sessionKey) throws ElementException {
        int mode = form | SecureBootMode.ENCRYPTED_WITH_MAC;
        byte[] data = Outputs.concatenate(SecureBoots.apply(sessionKey, digest), signature);
        byte[] mac = runner.query(command(mode, data), digest.length);
        if (!MessageDigest.isEqual(mac, SecureBoots.mac(sessionKey, digest, signature, mode, 0))) {
            throw new MalformedReply(Messages.text("mac.foreign"));
        }
    }

    private static CommandPacket command(int mode, byte[] data) {
        return CommandPacket.of(Opcode.SECURE_BOOT, mode, 0, data);
    }
}
