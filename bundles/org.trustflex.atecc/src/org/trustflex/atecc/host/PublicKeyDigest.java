package org.trustflex.atecc.host;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.Opcode;

/** What TempKey holds after GenKey made a digest of a public key (TFLXTLS data sheet, section 5.2.2). */
public final class PublicKeyDigest {

    private PublicKeyDigest() {
    }

    /**
     * TempKey after GenKey.
     *
     * @param tempKey   the 32 bytes of TempKey before
     * @param otherData three bytes: mode and Param2 (low byte first) of the command, or the OtherData given to mode 0x10
     * @return 32 bytes
     */
    public static byte[] of(byte[] tempKey, byte[] otherData, SerialNumber serial, EccPublicKey key) {
        return Sha256.of(tempKey, new byte[] { (byte) Opcode.GEN_KEY.code() }, otherData,
                new byte[] { serial.last() }, serial.firstTwo(), new byte[25], key.bytes());
    }
}
