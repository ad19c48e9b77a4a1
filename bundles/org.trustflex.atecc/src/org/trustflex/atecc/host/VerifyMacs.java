package org.trustflex.atecc.host;

import org.trustflex.atecc.packet.Opcode;

/** The MAC that Verify(stored) and Verify(external) can answer with (TFLXTLS data sheet, section 5.2.5). */
public final class VerifyMacs {

    private VerifyMacs() {
    }

    /**
     * The MAC that proves that the element found the signature to fit.
     *
     * @param ioKey       the 32-byte IO protection key
     * @param message     the 32 bytes that were signed
     * @param systemNonce the 32 bytes that stand behind the message in the message digest buffer, or at its beginning
     *                    if the message is in TempKey
     * @param mode        Param1 of the command
     * @param param2      Param2 of the command
     * @return 32 bytes
     */
    public static byte[] mac(byte[] ioKey, byte[] message, byte[] systemNonce, EcdsaSignature signature, int mode,
            int param2) {
        byte[] parameters = { (byte) Opcode.VERIFY.code(), (byte) mode, (byte) param2, (byte) (param2 >> 8) };
        return Sha256.of(ioKey, message, systemNonce, signature.bytes(), parameters);
    }
}
