package org.trustflex.atecc;

import org.trustflex.atecc.packet.AesMode;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.Opcode;

/** AES-128 with keys that the element holds (TFLXTLS data sheet, section 5.3.1). Blocks have 16 bytes. */
public final class AesCommands {

    private static final int BLOCK = 16;

    private final CommandRunner runner;

    AesCommands(CommandRunner runner) {
        this.runner = runner;
    }

    /**
     * Encrypts one block.
     *
     * @param slot     the slot of the key, or {@link AesMode#KEY_ID_TEMPKEY}
     * @param keyBlock which 16 bytes of the slot are the key, 0 to 3
     */
    public byte[] encrypt(int slot, int keyBlock, byte[] block) throws ElementException {
        return run(AesMode.ENCRYPT | keyBlock << AesMode.KEY_BLOCK_SHIFT, slot, block);
    }

    /**
     * Decrypts one block.
     *
     * @param slot     the slot of the key, or {@link AesMode#KEY_ID_TEMPKEY}
     * @param keyBlock which 16 bytes of the slot are the key, 0 to 3
     */
    public byte[] decrypt(int slot, int keyBlock, byte[] block) throws ElementException {
        return run(AesMode.DECRYPT | keyBlock << AesMode.KEY_BLOCK_SHIFT, slot, block);
    }

    /** The product of two blocks in the field of GCM, the hash key first. */
    public byte[] multiply(byte[] hashKey, byte[] block) throws ElementException {
        return run(AesMode.GALOIS_FIELD_MULTIPLY, 0, Outputs.concatenate(hashKey, block));
    }

    private byte[] run(int mode, int slot, byte[] data) throws ElementException {
        return runner.query(CommandPacket.of(Opcode.AES, mode, slot, data), BLOCK);
    }
}
