package org.trustflex.atecc.host;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.GenDigZone;
import org.trustflex.atecc.packet.Opcode;

/** What TempKey holds after GenDig (TFLXTLS data sheet, section 5.4.3). */
public final class GenDigs {

    private GenDigs() {
    }

    /** The four bytes of opcode, zone and Param2 that stand in the message, low byte of Param2 first. */
    public static byte[] parameters(int zone, int param2) {
        return new byte[] { (byte) Opcode.GEN_DIG.code(), (byte) zone, (byte) param2, (byte) (param2 >> 8) };
    }

    /**
     * TempKey after GenDig over 32 bytes of the configuration, OTP or data zone.
     *
     * @param value      the 32 bytes
     * @param parameters four bytes: {@link #parameters}, or the host's OtherData for a slot with NoMac
     * @param tempKey    the 32 bytes of TempKey before
     * @return 32 bytes
     */
    public static byte[] zone(byte[] value, byte[] parameters, SerialNumber serial, byte[] tempKey) {
        return Sha256.of(value, parameters, new byte[] { serial.last() }, serial.firstTwo(), new byte[25], tempKey);
    }

    /** TempKey after GenDig over the key in a data slot. */
    public static byte[] dataSlot(int slot, byte[] key, SerialNumber serial, byte[] tempKey) {
        return zone(key, parameters(GenDigZone.DATA, slot), serial, tempKey);
    }
}
