package org.trustflex.atecc;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.EcdhMode;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.Opcode;

/** Key agreement on P-256 (TFLXTLS data sheet, section 5.2.1). A shared secret has 32 bytes. */
public final class EcdhCommands {

    private static final int SECRET = 32;

    private final CommandRunner runner;

    EcdhCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /** The secret that the private key in a slot shares with a public key, in the clear. */
    public byte[] secret(int slot, EccPublicKey key) throws ElementException {
        return runner.query(command(EcdhMode.TARGET_OUTPUT, slot, key), SECRET);
    }

    /**
     * The same, encrypted on its way with the IO protection key.
     *
     * @param ioKey the 32-byte IO protection key, which the host knows too
     */
    public byte[] secretProtected(int slot, EccPublicKey key, byte[] ioKey) throws ElementException {
        CommandPacket command = command(EcdhMode.TARGET_OUTPUT | EcdhMode.ENCRYPTED, slot, key);
        return new Outputs(runner).encrypted(command, SECRET, ioKey);
    }

    /** Makes the secret the value of TempKey, which no host ever sees. */
    public void intoTempKey(int slot, EccPublicKey key) throws ElementException {
        runner.run(command(EcdhMode.TARGET_TEMPKEY, slot, key));
    }

    /** Makes the secret the content of the slot with the next odd number. */
    public void intoSlot(int slot, EccPublicKey key) throws ElementException {
        runner.run(command(EcdhMode.TARGET_SLOT, slot, key));
    }

    /** GenKey: a new private key in TempKey, for {@link #ephemeralSecret}; returns its public key. */
    public EccPublicKey newEphemeralKey() throws ElementException {
        return EccPublicKey.of(runner.query(
                CommandPacket.of(Opcode.GEN_KEY, GenKeyMode.PRIVATE, GenKeyMode.KEY_ID_TEMPKEY),
                EccPublicKey.LENGTH));
    }

    /** The secret that the private key in TempKey shares with a public key. The private key is gone afterwards. */
    public byte[] ephemeralSecret(EccPublicKey key) throws ElementException {
        return runner.query(command(EcdhMode.TARGET_OUTPUT | EcdhMode.SOURCE_TEMPKEY, 0, key), SECRET);
    }

    private static CommandPacket command(int mode, int slot, EccPublicKey key) {
        return CommandPacket.of(Opcode.ECDH, mode, slot, key.bytes());
    }
}
