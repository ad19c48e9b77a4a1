package org.trustflex.certificates.compressed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.vectors.SeedChain;
import org.trustflex.certificates.vectors.SeededRandom;
import org.trustflex.certificates.vectors.Vectors;

class CompressedCertificateTest {

    private static byte[] device() {
        return Vectors.bytes(SeedChain.entry("device"), "comp_cert");
    }

    @Test
    void everyTruncationIsRefusedAndSoIsOneByteMore() {
        for (int length = 0; length < CompressedCertificate.LENGTH; length++) {
            byte[] truncated = Arrays.copyOf(device(), length);
            MalformedCertificate refused = assertThrows(MalformedCertificate.class,
                    () -> CompressedCertificate.decode(truncated), length + " bytes");
            assertTrue(refused.getMessage().contains(Integer.toString(truncated.length)), refused.getMessage());
        }
        assertThrows(MalformedCertificate.class, () -> CompressedCertificate.decode(Arrays.copyOf(device(), 73)));
    }

    /** Whatever is accepted says exactly what its bytes say: no bit is ignored. */
    @Test
    void everyBitThatIsFlippedIsSeenOrRefused() {
        for (int bit = 0; bit < CompressedCertificate.LENGTH * 8; bit++) {
            byte[] flipped = device();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertArrayEquals(flipped, CompressedCertificate.decode(flipped).encode(), "bit " + bit);
            } catch (MalformedCertificate refused) {
                assertTrue(bit / 8 >= 64, "the signature " + bit + ": " + refused.getMessage());
            }
        }
    }

    @Test
    void randomBytesAreRefusedOrUnderstoodWhole() {
        var random = SeededRandom.create("randomBytes");
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[CompressedCertificate.LENGTH];
            random.nextBytes(bytes);
            try {
                assertArrayEquals(bytes, CompressedCertificate.decode(bytes).encode());
            } catch (MalformedCertificate refused) {
                assertTrue(refused.getMessage().endsWith(".") || refused.getMessage().contains(":"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "00,no ECDSA signature", "ff,no ECDSA signature" })
    void anEmptySlotIsNoCompressedCertificate(String content, String reason) {
        byte[] empty = HexFormat.of().parseHex(content.repeat(CompressedCertificate.LENGTH));
        assertThrows(MalformedCertificate.class, () -> CompressedCertificate.decode(empty));
        byte[] withDates = device();
        Arrays.fill(withDates, 0, 64, empty[0]);
        MalformedCertificate refused = assertThrows(MalformedCertificate.class,
                () -> CompressedCertificate.decode(withDates));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void otherFormatVersionsAndSourcesAreRefused() {
        byte[] format = device();
        format[70] = (byte) 0xA3;
        assertThrows(MalformedCertificate.class, () -> CompressedCertificate.decode(format));
        byte[] source = device();
        source[70] = 0x10;
        assertThrows(MalformedCertificate.class, () -> CompressedCertificate.decode(source));
    }

    /** The rules of the definition, with the values of the guide's device certificate. */
    @ParameterizedTest
    @CsvSource({ "PUBLIC_KEY_HASH,771929 06cc144fe7b875284beada74d2", "DEVICE_SERIAL_NUMBER,4001233e8a1491f2a601",
            "SIGNER_ID,40ffff" })
    void serialNumbersFollowTheirRule(SerialNumberSource source, String expected) throws MalformedCertificate {
        assertEquals(new BigInteger(expected.replace(" ", ""), 16), number(source));
    }

    @Test
    void hashedSerialNumbersDifferInTheirUpperBits() throws MalformedCertificate {
        BigInteger hash = number(SerialNumberSource.DEVICE_SERIAL_NUMBER_HASH);
        assertEquals(126, hash.bitLength() - 1);
        assertEquals(hash.clearBit(126),
                number(SerialNumberSource.DEVICE_SERIAL_NUMBER_HASH_POSITIVE).clearBit(126));
    }

    @ParameterizedTest
    @CsvSource({ "STORED", "STORED_DYNAMIC" })
    void aStoredSerialNumberIsNotTold(SerialNumberSource source) {
        assertThrows(MalformedCertificate.class, () -> number(source));
    }

    private static BigInteger number(SerialNumberSource source) throws MalformedCertificate {
        CompressedCertificate device = CompressedCertificate.decode(device());
        EccPublicKey key = SeedChain.certificate("device").publicKey();
        SerialNumber serial = SeedChain.SERIAL_NUMBER;
        return source.serialNumber(key, serial, device.signerId(), device.dates());
    }

    @ParameterizedTest
    @CsvSource({ "FFF", "FFFFF", "XYZ1", "''", "00 1" })
    void aSignerIdIsFourHexDigits(String id) {
        assertThrows(org.trustflex.certificates.RejectedValue.class, () -> SignerId.parse(id));
    }
}
