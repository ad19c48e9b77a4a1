package org.trustflex.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.trustflex.atecc.packet.MalformedReply;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a kit describes a device, its absence, and itself. */
class KitDeviceTest {

    @Test
    void aDeviceHasATypeABusAndAnAddress() throws Exception {
        assertEquals(Optional.of(new KitDevice(1, "ECC608B", BusType.TWI, 0x6C)),
                KitDevice.parse(1, "ECC608B TWI 00(6C)"));
        assertEquals(Optional.of(new KitDevice(0, "ECC608", BusType.SPI, 0xC0)),
                KitDevice.parse(0, "ECC608 SPI 00(C0)"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "no_device ", "no_device", "no_device TWI 00(00)", "C5()" })
    void everyWayToSayThatThereIsNoneIsUnderstood(String line) throws Exception {
        assertEquals(Optional.empty(), KitDevice.parse(3, line));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no_device  ", "no_devices", "no_device TWI 00(6C)", "C5(00)", "C6()", "ECC608B",
            "ECC608B TWI", "ECC608B TWI 00()", "ECC608B TWI 00(6)", "ECC608B TWI 00(6c)", "ECC608B TWI 01(6C)",
            "ECC608B UWI 00(6C)", "ECC608B  TWI 00(6C)", " ECC608B TWI 00(6C)", "ECC608B TWI 00(6C) ", "EC TWI 00(6C)",
            "../../etc TWI 00(6C)", "ECC608BECC608BECC TWI 00(6C)", "00()" })
    void whatIsNearlyADeviceIsNone(String line) {
        assertThrows(MalformedReply.class, () -> KitDevice.parse(0, line));
    }

    @Test
    void theProgramHasANameAndAVersion() throws Exception {
        assertEquals(new KitFirmware("CryptoAuthTrustPlatform", "2.2.0"),
                KitFirmware.parse("CryptoAuthTrustPlatform 00(020200)"));
        assertEquals("2.10.255", KitFirmware.parse("X 00(020AFF)").version());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "00()", "X 00(0202)", "X 00(02020000)", "X 01(020200)", "X Y 00(020200)",
            "X 00(02020g)" })
    void whatIsNearlyAVersionIsNone(String line) {
        assertThrows(MalformedReply.class, () -> KitFirmware.parse(line));
    }
}
