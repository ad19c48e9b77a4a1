package org.trustflex.atecc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialNumberTest {

    @Test
    void lowerCaseIsTheSameNumber() {
        assertEquals(new SerialNumber("01233E8A1491F2A601"), SerialNumber.parse("01233e8a1491f2a601"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "01233E8A1491F2A6", "01233E8A1491F2A60", "../../../etc/passwd", "01233E8A1491F2A6/1",
            "01233E8A1491F2A6G1" })
    void whatIsNoSerialNumberNeverReachesAFileName(String text) {
        assertThrows(IllegalArgumentException.class, () -> SerialNumber.parse(text));
    }

    @Test
    void aTrustPlatformPartIsToldByItsEnds() {
        assertTrue(new SerialNumber("01233E8A1491F2A601").isTrustPlatform());
        assertFalse(new SerialNumber("01233E8A1491F2A6EE").isTrustPlatform());
    }
}
