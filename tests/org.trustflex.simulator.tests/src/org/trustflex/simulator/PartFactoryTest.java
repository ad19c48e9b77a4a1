package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
