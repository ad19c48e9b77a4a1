package org.trustflex.atecc;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.KdfDetails;
import org.trustflex.atecc.packet.KdfMode;
import org.trustflex.atecc.packet.Opcode;

/** Key derivation (TFLXTLS data sheet, section 5.3.4). */
public final class KdfCommands {

    private final CommandRunner runner;

    KdfCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /**
     * Derives and gives the result out.
     *
     * @param mode    source and algorithm, see {@link KdfMode}
     * @param slot    the source slot, where the source is one
     * @param details see {@link KdfDetails}, without the length of the message
     * @param message 0 to 144 bytes
     * @param length  32, or 64 for PRF with that target length
     */
    public byte[] derive(int mode, int slot, int details, byte[] message, int length) throws ElementException {
        return runner.query(command(mode | KdfMode.TARGET_OUTPUT, slot, details, message), length);
    }

    /**
     * Derives and gives the result out, encrypted on its way with the IO protection key.
     *
     * @param ioKey the 32-byte IO protection key, which the host knows too
     */
    public byte[] deriveProtected(int mode, int slot, int details, byte[] message, int length, byte[] ioKey)
            throws ElementException {
        CommandPacket command = command(mode | KdfMode.TARGET_OUTPUT_ENCRYPTED, slot, details, message);
        return new Outputs(runner).encrypted(command, length, ioKey);
    }

    /**
     * Derives and keeps the result in the element.
     *
     * @param mode   source, algorithm and one of the targets inside, see {@link KdfMode}
     * @param slots  the source slot in the low byte, the target slot in the high one
     */
    public void deriveInside(int mode, int slots, int details, byte[] message) throws ElementException {
        runner.run(command(mode, slots, details, message));
    }

    private static CommandPacket command(int mode, int slots, int details, byte[] message) {
        int all = details | message.length << KdfDetails.MESSAGE_LENGTH_SHIFT;
        byte[] head = { (byte) all, (byte) (all >> 8), (byte) (all >> 16), (byte) (all >>> 24) };
        return CommandPacket.of(Opcode.KDF, mode, slots, Outputs.concatenate(head, message));
    }
}
