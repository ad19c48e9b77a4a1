package org.trustflex.kit.device;

import java.util.List;

/** The versions that the factory program states: its own, and those of the device libraries inside it. */
final class Firmware {

    private static final List<String> VERSIONS = List.of("CryptoAuthTrustPlatform 00(020200)", "SHA204A 00(010400)",
            "AES132A 00(010100)", "ECC108A 00(010200)");

    private Firmware() {
    }

    /** The answer for this number, or the empty line that the program sends for one that it does not know. */
    static String answer(byte[] data) {
        int number = data.length == 0 ? 0 : data[0] & 0xFF;
        return number < VERSIONS.size() ? VERSIONS.get(number) : "";
    }
}
