package org.trustflex.atecc;

import java.util.Arrays;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ShaMode;

/** SHA-256 and HMAC-SHA-256 in the element (TFLXTLS data sheet, section 5.1.8). */
public final class ShaCommands {

    private static final int BLOCK = 64;
    private static final int DIGEST = 32;
    private static final int STATE = 36;

    private final CommandRunner runner;

    ShaCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /** The SHA-256 digest of a message. */
    public byte[] digest(byte[] message) throws ElementException {
        start();
        return finish(message);
    }

    /** The HMAC of a message with the key in a slot. */
    public byte[] hmac(int slot, byte[] message) throws ElementException {
        runner.run(CommandPacket.of(Opcode.SHA, ShaMode.HMAC_START, slot));
        return finish(message);
    }

    private byte[] finish(byte[] message) throws ElementException {
        int whole = message.length / BLOCK * BLOCK;
        for (int at = 0; at < whole; at += BLOCK) {
            update(Arrays.copyOfRange(message, at, at + BLOCK));
        }
        return end(ShaMode.TARGET_OUTPUT_ONLY, Arrays.copyOfRange(message, whole, message.length));
    }

    /** Begins a SHA-256 computation. */
    public void start() throws ElementException {
        runner.run(CommandPacket.of(Opcode.SHA, ShaMode.START, 0));
    }

    /** Adds 64 bytes to the message. */
    public void update(byte[] block) throws ElementException {
        runner.run(CommandPacket.of(Opcode.SHA, ShaMode.UPDATE, block.length, block));
    }

    /** Adds the 64 bytes of the public key in a slot to the message. */
    public void updateWithPublicKey(int slot) throws ElementException {
        runner.run(CommandPacket.of(Opcode.SHA, ShaMode.PUBLIC, slot));
    }

    /**
     * Ends a computation.
     *
     * @param target where the digest goes beside the answer, see {@link ShaMode}
     * @param rest   the last 0 to 63 bytes of the message
     * @return 32 bytes
     */
    public byte[] end(int target, byte[] rest) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.SHA, ShaMode.END | target, rest.length, rest), DIGEST);
    }

    /**
     * The computation so far, to go on with it later.
     *
     * @param messageLength how many bytes of message there were
     */
    public byte[] readContext(int messageLength) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.SHA, ShaMode.READ_CONTEXT, 0), STATE + messageLength % BLOCK);
    }

    /** Goes on with a computation. */
    public void writeContext(byte[] context) throws ElementException {
        runner.run(CommandPacket.of(Opcode.SHA, ShaMode.WRITE_CONTEXT, context.length, context));
    }
}
