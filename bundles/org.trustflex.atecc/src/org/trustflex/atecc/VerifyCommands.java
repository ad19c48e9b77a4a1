package org.trustflex.atecc;

import java.security.MessageDigest;

import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.VerifyMacs;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.VerifyMode;

/** The less common forms of Verify (TFLXTLS data sheet, section 5.2.5; 508A data sheet, section 9.20). */
public final class VerifyCommands {

    private final CommandRunner runner;

    VerifyCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /**
     * Verify(stored) with a MAC for an answer: returns only if the element, and nobody between, found the signature to
     * fit.
     *
     * @param digest      32 bytes
     * @param systemNonce 32 fresh random bytes of the host
     * @param ioKey       the 32-byte IO protection key, which the host knows too
     * @throws MalformedReply if the MAC is not the element's
     */
    public void stored(int slot, byte[] digest, EcdsaSignature signature, byte[] systemNonce, byte[] ioKey)
            throws ElementException {
        int load = NonceMode.PASS_THROUGH | NonceMode.SIXTY_FOUR_BYTES | NonceMode.TARGET_MESSAGE_DIGEST_BUFFER;
        runner.run(CommandPacket.of(Opcode.NONCE, load, 0, Outputs.concatenate(digest, systemNonce)));
        int mode = VerifyMode.STORED | VerifyMode.SOURCE_MESSAGE_DIGEST_BUFFER | VerifyMode.MAC;
        byte[] mac = runner.query(CommandPacket.of(Opcode.VERIFY, mode, slot, signature.bytes()), digest.length);
        if (!MessageDigest.isEqual(mac, VerifyMacs.mac(ioKey, digest, systemNonce, signature, mode, slot))) {
            throw new MalformedReply(Messages.text("mac.foreign"));
        }
    }

    /**
     * Verify(validate external): makes the public key of a slot valid by a certificate that has just been digested into
     * TempKey with {@link ShaCommands}.
     */
    public void certificate(int slot, EcdsaSignature signature) throws ElementException {
        runner.run(CommandPacket.of(Opcode.VERIFY, VerifyMode.VALIDATE_EXTERNAL, slot, signature.bytes()));
    }
}
