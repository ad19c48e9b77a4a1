package org.trustflex.atecc.host;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.Opcode;

/** The digests of DeriveKey (508A data sheet, section 9.4). */
public final class DerivedKeys {

    private DerivedKeys() {
    }

    /**
     * What the target slot holds after DeriveKey.
     *
     * @param source  the 32-byte key that is derived from: of the target slot itself, or of its parent
     * @param mode    Param1 of the command
     * @param target  the target slot
     * @param tempKey the 32 bytes of TempKey
     * @return 32 bytes
     */
    public static byte[] derive(byte[] source, int mode, int target, SerialNumber serial, byte[] tempKey) {
        return Sha256.of(source, parameters(mode, target), new byte[] { serial.last() }, serial.firstTwo(),
                new byte[25], tempKey);
    }

    /**
     * The MAC that authorizes the command where the policy of the target slot asks for one.
     *
     * @param parent the 32-byte key in the slot that the target's WriteKey names
     * @return 32 bytes
     */
    public static byte[] mac(byte[] parent, int mode, int target, SerialNumber serial) {
        return Sha256.of(parent, parameters(mode, target), new byte[] { serial.last() }, serial.firstTwo());
    }

    private static byte[] parameters(int mode, int target) {
        return new byte[] { (byte) Opcode.DERIVE_KEY.code(), (byte) mode, (byte) target, (byte) (target >> 8) };
    }
}
