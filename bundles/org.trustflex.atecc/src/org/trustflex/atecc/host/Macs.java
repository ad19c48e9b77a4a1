package org.trustflex.atecc.host;

import java.util.Arrays;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.MacMode;
import org.trustflex.atecc.packet.Opcode;

/** The digests of MAC and CheckMac (TFLXTLS data sheet, sections 5.4.1 and 5.4.2). */
public final class Macs {

    /** The length of CheckMac's OtherData. */
    public static final int OTHER_DATA_LENGTH = 13;

    private Macs() {
    }

    /**
     * The answer of MAC.
     *
     * @param block1 32 bytes: the key, or TempKey
     * @param block2 32 bytes: the challenge, or TempKey
     * @param mode   Param1 of the command
     * @param param2 Param2 of the command
     * @param otp    the OTP zone; only its first eleven bytes are used, and only where the mode asks for them
     * @return 32 bytes
     */
    public static byte[] mac(byte[] block1, byte[] block2, int mode, int param2, byte[] otp, SerialNumber serial) {
        byte[] parameters = { (byte) Opcode.MAC.code(), (byte) mode, (byte) param2, (byte) (param2 >> 8) };
        boolean longOtp = (mode & MacMode.OTP_88_BITS) != 0;
        boolean shortOtp = (mode & MacMode.OTP_64_BITS) != 0;
        boolean wholeSerial = (mode & MacMode.INCLUDE_SERIAL_NUMBER) != 0;
        return Sha256.of(block1, block2, parameters,
                longOtp || shortOtp ? Arrays.copyOf(otp, 8) : new byte[8],
                longOtp ? Arrays.copyOfRange(otp, 8, 11) : new byte[3],
                new byte[] { serial.last() },
                wholeSerial ? serial.bytes4To7() : new byte[4],
                serial.firstTwo(),
                wholeSerial ? serial.bytes2To3() : new byte[2]);
    }

    /**
     * The response that CheckMac accepts.
     *
     * @param block1    32 bytes: the key, or TempKey
     * @param block2    32 bytes: the challenge, or TempKey
     * @param mode      Param1 of the command
     * @param otherData 13 bytes, as given to the command
     * @param otp       the OTP zone; only its first eight bytes are used, and only where the mode asks for them
     * @return 32 bytes
     */
    public static byte[] checkMac(byte[] block1, byte[] block2, int mode, byte[] otherData, byte[] otp,
            SerialNumber serial) {
        boolean shortOtp = (mode & MacMode.OTP_64_BITS) != 0;
        return Sha256.of(block1, block2,
                Arrays.copyOf(otherData, 4),
                shortOtp ? Arrays.copyOf(otp, 8) : new byte[8],
                Arrays.copyOfRange(otherData, 4, 7),
                new byte[] { serial.last() },
                Arrays.copyOfRange(otherData, 7, 11),
                serial.firstTwo(),
                Arrays.copyOfRange(otherData, 11, OTHER_DATA_LENGTH));
    }
}
