package org.trustflex.board.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The factory program, which is the kit. The vendor's image can't be shipped: the program is simulated, and an image of
 * ours stands for it in the flash, which sleeps if it is run. The vendor's images are recognised, too, and count as much.
 */
public final class FactoryProgram {

    private static final int SIZE = 256;
    private static final int STACK = 0x2000_8000;
    private static final int VECTORS = 16;
    private static final int CODE = 4 * VECTORS;
    private static final int THUMB = 1;
    /** wfi; b back to it; b to itself. */
    private static final int[] INSTRUCTIONS = { 0xBF30, 0xE7FD, 0xE7FE };
    private static final int FAULTS = CODE + 4;
    private static final int TEXT = CODE + 8;
    private static final String MARK = "TrustFLEX Development Tools: the kit program of a simulated board, version 1";
    private static final byte[] MARKER = marker();

    /** The images that were published as CryptoAuth_Trust_Platform.hex in the vendor's design suite. */
    private static final List<Published> VENDOR = List.of(
            new Published(50_688, "01ed91f09a9458813234e176f5f9ca67dfc472280749a47e626cfa1ea4d9fa30"),
            new Published(50_688, "d81bcc6787318118c8f645c48f01d29a6c630164f720a9411342d97b99ec8075"),
            new Published(50_588, "5cfd487858a91be1ca904d9e99ae6142759b309bef3c73388317a42f5c3c43d2"));
    /** The first word of all of them, the initial stack pointer: others need no digest. */
    private static final int VENDOR_STACK = 0x2000_2ED8;

    /** An image by its size from address 0 and the SHA-256 of its bytes. */
    private record Published(int size, String digest) {
    }

    private FactoryProgram() {
    }

    private static byte[] marker() {
        byte[] image = new byte[SIZE];
        Arrays.fill(image, (byte) 0xFF);
        ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(STACK).putInt(CODE | THUMB);
        while (buffer.position() < CODE) {
            buffer.putInt(FAULTS | THUMB);
        }
        for (int instruction : INSTRUCTIONS) {
            buffer.putShort((short) instruction);
        }
        buffer.position(TEXT).put(MARK.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        return image;
    }

    /** A copy of the image that stands for the factory program, from address 0. */
    public static byte[] image() {
        return MARKER.clone();
    }

    /** Whether a flash holds the factory program, ours or the vendor's. */
    public static boolean isIn(byte[] flash) {
        if (Arrays.equals(flash, 0, SIZE, MARKER, 0, SIZE)) {
            return true;
        }
        return ByteBuffer.wrap(flash).order(ByteOrder.LITTLE_ENDIAN).getInt() == VENDOR_STACK
                && VENDOR.stream().anyMatch(image -> digest(flash, image.size()).equals(image.digest()));
    }

    /** Whether a flash holds nothing where the processor looks for a program. */
    public static boolean isMissing(byte[] flash) {
        return ByteBuffer.wrap(flash).getLong() == -1;
    }

    /** The SHA-256 of the beginning of a flash, in hexadecimal. */
    public static String digest(byte[] flash, int size) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(flash, 0, size);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
