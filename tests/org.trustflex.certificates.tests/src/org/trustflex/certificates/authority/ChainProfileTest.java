package org.trustflex.certificates.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.compressed.SignerId;

/** The limit that the guide names and the vendor's tool does not keep (its check is commented out). */
class ChainProfileTest {

    @ParameterizedTest
    @ValueSource(strings = { "t", "test", "Acme Devices", "123456789012345678901234", "Müller & Söhne", "株式会社",
            "a, b=c+\"d\"\\;<>#",
            "FFFF", "0123AABBCCDDEEFF01" })
    void namesOfOneTo24BytesAreTaken(String name) throws RejectedValue {
        assertEquals(name, ChainProfile.forOrganization(name).root().organization());
    }

    @ParameterizedTest
    @CsvSource({ "1234567890123456789012345,25 bytes", "株式会社株式会社株,27 bytes", "'',empty", "' Acme',blank",
            "'Acme ',blank",
            "'A\tB',U+0009", "'A\u0000B',U+0000", "'A\u202EB',U+202E", "'A\uD800B',U+D800" })
    void everyRejectedNameSaysWhy(String name, String reason) {
        RejectedValue rejected = assertThrows(RejectedValue.class, () -> ChainProfile.forOrganization(name));
        assertTrue(rejected.getMessage().contains(reason), rejected.getMessage());
    }

    @Test
    void commonNamesHaveRoomFor64CharactersWithWhatIsAdded() throws RejectedValue {
        ChainProfile profile = ChainProfile.forOrganization("test");
        assertEquals(64, profile.withRootName("r".repeat(64)).root().commonName().length());
        assertEquals(64, profile.withSignerName("s".repeat(59)).signer().commonName().length());
        assertEquals(46, profile.withDevicePrefix("d".repeat(46)).device().prefix().length());
        assertThrows(RejectedValue.class, () -> profile.withRootName("r".repeat(65)));
        assertThrows(RejectedValue.class, () -> profile.withSignerName("s".repeat(60)));
        assertThrows(RejectedValue.class, () -> profile.withDevicePrefix("d".repeat(47)));
        assertThrows(RejectedValue.class, () -> profile.withRootName(""));
    }

    @Test
    void theSignersNameEndsInItsId() throws RejectedValue {
        ChainProfile profile = ChainProfile.forOrganization("test");
        assertEquals("Crypto Authentication Signer FFFF", profile.signer().commonName());
        assertEquals("My Signer 0A1B",
                profile.withSignerName("My Signer").withSignerId(SignerId.parse("0a1b")).signer().commonName());
    }

    @ParameterizedTest
    @CsvSource({ "-1,28", "31,-1", "128,28", "31,128" })
    void validitiesThatCantBeEncodedAreRejected(int signer, int device) throws RejectedValue {
        ChainProfile profile = ChainProfile.forOrganization("test");
        assertThrows(RejectedValue.class, () -> profile.withYears(signer, device));
    }

    @Test
    void theRootLivesUpToTheYear9999() throws RejectedValue {
        ChainProfile profile = ChainProfile.forOrganization("test");
        assertEquals(1, profile.withRootDays(1).rootDays());
        assertThrows(RejectedValue.class, () -> profile.withRootDays(-1));
        assertThrows(RejectedValue.class, () -> profile.withRootDays(Integer.MAX_VALUE));
    }
}
