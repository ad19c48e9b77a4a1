package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.environment.DeliveredContent;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.refusal.RefusalReason;
import org.trustflex.simulator.vectors.Vectors;

/** Parts as delivered. */
class PartFactoryTest {

    private static final SerialNumber TEMPLATE_SERIAL = new SerialNumber("012300000000000001");

    private static EepromImage made(TrustFlexProfile profile, SerialNumber serial, Map<Integer, byte[]> contents) {
        return new PartFactory(profile, SimulatorSettings.defaults(), new SeededEntropy(1)).make(serial, contents,
                Bench.otp());
    }

    @ParameterizedTest
    @CsvSource({ "PRODUCTION, production_default", "PROTOTYPE, prototype_cert_slots_lockable" })
    void theConfigurationIsTheDataSheets(TrustFlexProfile profile, String vector) {
        byte[] expected = Vectors.bytes(Vectors.load("tflxtls_config.json").getAsJsonObject(vector), "zone");
        assertArrayEquals(expected, made(profile, TEMPLATE_SERIAL, Map.of()).configuration().bytes());
    }

    @Test
    void aPartIsReadBackOverTheBus() {
        byte[] expected = Vectors.bytes(Vectors.load("tflxtls_config.json").getAsJsonObject(
                "prototype_cert_slots_lockable"), "zone");
        Bench bench = Bench.of(made(TrustFlexProfile.PROTOTYPE, TEMPLATE_SERIAL, Map.of()));
        for (int block = 0; block < 4; block++) {
            assertArrayEquals(Arrays.copyOfRange(expected, 32 * block, 32 * block + 32),
                    bench.accepts(Opcode.READ, 0x80, block << 3));
        }
        assertEquals("77644E78416A6165", HexFormat.of().withUpperCase().formatHex(bench.accepts(Opcode.READ, 0x81, 0))
                .substring(0, 16));
        assertEquals(0x6C, bench.element().i2cAddress());
    }

    @Test
    void fivePrivateKeysAreThereAndNoTwoAlike() {
        Bench bench = Bench.prototype();
        Set<String> keys = new HashSet<>();
        for (int slot = 0; slot <= 4; slot++) {
            keys.add(HexFormat.of().formatHex(bench.accepts(Opcode.GEN_KEY, 0x00, slot)));
        }
        assertEquals(5, keys.size());
    }

    @Test
    void everythingElseIsZero() {
        for (int slot = 5; slot <= 15; slot++) {
            byte[] content = Bench.prototypeImage().slot(slot);
            assertArrayEquals(new byte[content.length], content);
        }
    }

    @Test
    void contentIsGivenAsData() {
        EepromImage image = made(TrustFlexProfile.PROTOTYPE, Bench.SERIAL,
                Map.of(12, Bench.ramp(72), 8, new byte[] { 7 }));
        assertArrayEquals(Bench.ramp(72), image.slot(12));
        assertEquals(7, image.slot(8)[0]);
        Map<Integer, byte[]> tooLong = Map.of(12, new byte[73]);
        assertThrows(IllegalArgumentException.class, () -> made(TrustFlexProfile.PROTOTYPE, Bench.SERIAL, tooLong));
    }

    @ParameterizedTest
    @CsvSource({ "ZEROS, 13, 00", "ZEROS, 14, 00", "ONES, 14, FF", "ONES, 8, FF", "ONES, 7, FF", "ONES, 10, 00",
            "INVALIDATED, 14, A0", "INVALIDATED, 13, 00" })
    void whatNeverWrittenSlotsHoldIsASetting(DeliveredContent content, int slot, String first) {
        EepromImage image = new PartFactory(TrustFlexProfile.PROTOTYPE,
                SimulatorSettings.defaults().withDeliveredContent(content), new SeededEntropy(1)).make(Bench.SERIAL,
                        Map.of(), Bench.otp());
        assertEquals(HexFormat.fromHexDigits(first), image.slot(slot)[0] & 0xFF);
        assertFalse(image.publicKeyValid(14));
    }

    @Test
    void snapshotsAreNotChangedByWhatComesAfter() {
        Bench bench = Bench.prototype();
        EepromImage before = bench.element().eeprom();
        bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        assertEquals(Bench.prototypeImage(), before);
        byte[] copy = before.slot(8);
        copy[0] = 1;
        assertEquals(0, before.slot(8)[0]);
    }

    @Test
    void anImageSaysNothingSecret() {
        assertEquals("EEPROM of 01233E8A1491F2A601", Bench.prototypeImage().toString());
    }

    @Test
    void aBlankPartKeepsItsDataToItself() {
        Bench bench = Bench.of(PartFactory.blank(Bench.SERIAL));
        assertEquals(0xC0, bench.element().i2cAddress());
        bench.accepts(Opcode.READ, 0x80, 0);
        bench.refuses(RefusalReason.CONFIGURATION_OPEN, Opcode.READ, 0x82, 0);
        bench.refuses(RefusalReason.CONFIGURATION_OPEN, Opcode.GEN_KEY, 0x04, 0);
        bench.refuses(RefusalReason.CONFIGURATION_OPEN, Opcode.WRITE, 0x82, 8 << 3, new byte[32]);
        assertEquals("ffff0000".repeat(8), HexFormat.of().formatHex(bench.accepts(Opcode.RANDOM, 0, 0)));
        assertEquals("ffff0000".repeat(8),
                HexFormat.of().formatHex(bench.accepts(Opcode.NONCE, 0x00, 0, new byte[20])));
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes", "digits", "array" })
    void aBlankPartTakesTheConfigurationOfAFile(String form, @TempDir Path directory) throws IOException {
        byte[] zone = TrustFlexProfile.PROTOTYPE.zone(Bench.SERIAL, PartFactory.REVISION_608B).bytes();
        Path file = directory.resolve("configuration");
        switch (form) {
            case "bytes" -> Files.write(file, zone);
            case "digits" -> Files.writeString(file, HexFormat.of().formatHex(zone) + "\n");
            default -> Files.writeString(file, HexFormat.ofDelimiter(",\n ").withPrefix("0x").formatHex(zone));
        }
        EepromImage blank = PartFactory.blank(PartFactory.readConfiguration(file));
        assertFalse(blank.configuration().configurationLocked() || blank.configuration().dataLocked());
        assertEquals(Bench.SERIAL, blank.configuration().serialNumber());
        Bench bench = Bench.of(blank);
        bench.accepts(Opcode.LOCK, 0x80, 0);
        bench.accepts(Opcode.GEN_KEY, 0x04, 0);
        bench.accepts(Opcode.WRITE, 0x82, 8 << 3, Bench.ANY_32);
        bench.accepts(Opcode.LOCK, 0x81, 0);
        assertArrayEquals(zone, bench.configuration().bytes());
        assertArrayEquals(Bench.ANY_32, bench.accepts(Opcode.READ, 0x82, 8 << 3));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 127, 129, 255, 257, 5000 })
    void anythingElseInAFileIsNoConfiguration(int length, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("configuration");
        Files.writeString(file, "1".repeat(length));
        IOException refused = assertThrows(IOException.class, () -> PartFactory.readConfiguration(file));
        assertTrue(refused.getMessage().contains("256 hex digits"), refused.getMessage());
    }

    @Test
    void aTrustAndGoPartSignsAndIsAtItsOwnAddress() {
        EepromImage image = new PartFactory(TrustFlexProfile.PRODUCTION, SimulatorSettings.defaults(),
                new SeededEntropy(1)).make(TrustAndGoPart.zone(Bench.SERIAL, PartFactory.REVISION_608B),
                        Map.of(5, Bench.ramp(12)), TrustAndGoPart.otp());
        Bench bench = Bench.of(image);
        assertEquals(0x6A, bench.element().i2cAddress());
        assertEquals('x', bench.accepts(Opcode.READ, 0x81, 0)[0]);
        assertArrayEquals(Arrays.copyOf(Bench.ramp(12), 32), bench.accepts(Opcode.READ, 0x82, 5 << 3));
        bench.message(Bench.ANY_32);
        assertTrue(JdkCrypto.verify(PartFactory.publicKey(image, 0).bytes(), Bench.ANY_32,
                bench.accepts(Opcode.SIGN, 0xA0, 0)));
        bench.refuses(RefusalReason.READ_SECRET, Opcode.READ, 0x82, 14 << 3);
        bench.refuses(RefusalReason.WRITE_NEVER, Opcode.WRITE, 0x82, 14 << 3, new byte[32]);
        bench.refuses(RefusalReason.SECURE_BOOT_DISABLED, Opcode.SECURE_BOOT, 0x06, 0, Bench.ANY_32);
    }
}
