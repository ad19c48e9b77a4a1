package org.trustflex.atecc.packet;

import java.time.Duration;
import java.util.Optional;

/**
 * The commands of the ATECC608 with their opcode and the longest time each may take, per clock divider (TFLXTLS data
 * sheet, chapter 5; execution times as the vendor's host library waits for them).
 */
public enum Opcode {
    AES(0x51, "AES", 27, 27, 27),
    CHECK_MAC(0x28, "CheckMac", 40, 40, 40),
    COUNTER(0x24, "Counter", 25, 25, 25),
    DERIVE_KEY(0x1C, "DeriveKey", 50, 50, 50),
    ECDH(0x43, "ECDH", 75, 172, 531),
    GEN_DIG(0x15, "GenDig", 25, 35, 35),
    GEN_KEY(0x40, "GenKey", 115, 215, 653),
    INFO(0x30, "Info", 5, 5, 5),
    KDF(0x56, "KDF", 165, 165, 165),
    LOCK(0x17, "Lock", 35, 35, 35),
    MAC(0x08, "MAC", 55, 55, 55),
    NONCE(0x16, "Nonce", 20, 20, 20),
    PRIV_WRITE(0x46, "PrivWrite", 50, 50, 50),
    RANDOM(0x1B, "Random", 23, 23, 23),
    READ(0x02, "Read", 5, 5, 5),
    SECURE_BOOT(0x80, "SecureBoot", 80, 160, 480),
    SELF_TEST(0x77, "SelfTest", 250, 625, 2324),
    SHA(0x47, "SHA", 36, 42, 75),
    SIGN(0x41, "Sign", 115, 220, 665),
    UPDATE_EXTRA(0x20, "UpdateExtra", 10, 10, 10),
    VERIFY(0x45, "Verify", 105, 295, 1085),
    WRITE(0x12, "Write", 45, 45, 45);

    private final int code;
    private final String dataSheetName;
    private final int[] millisecondsByDivider;

    Opcode(int code, String dataSheetName, int m0, int m1, int m2) {
        this.code = code;
        this.dataSheetName = dataSheetName;
        this.millisecondsByDivider = new int[] { m0, m1, m2 };
    }

    /** The opcode byte. */
    public int code() {
        return code;
    }

    /** The command's name as the data sheet spells it. */
    public String dataSheetName() {
        return dataSheetName;
    }

    /** The longest execution time at the given clock divider. */
    public Duration maximumExecutionTime(ClockDivider divider) {
        return Duration.ofMillis(millisecondsByDivider[divider.ordinal()]);
    }

    /** The command with this opcode byte, if the ATECC608 has one. */
    public static Optional<Opcode> fromCode(int code) {
        for (Opcode opcode : values()) {
            if (opcode.code == code) {
                return Optional.of(opcode);
            }
        }
        return Optional.empty();
    }
}
