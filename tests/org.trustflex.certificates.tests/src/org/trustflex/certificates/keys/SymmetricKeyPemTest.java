package org.trustflex.certificates.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SymmetricKeyPemTest {

    static Stream<JsonObject> published() throws IOException {
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(
                SymmetricKeyPemTest.class.getResourceAsStream("symmetric_pem.json")), StandardCharsets.UTF_8)) {
            return StreamSupport.stream(JsonParser.parseReader(reader).getAsJsonObject().getAsJsonArray("cases")
                    .spliterator(), false).map(element -> element.getAsJsonObject());
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    void aSecretIsWrittenAsTheDesignSuiteWritesIt(JsonObject vector) throws UnusableKeyException {
        byte[] key = HexFormat.of().parseHex(vector.get("key").getAsString());
        String pem = vector.get("pem").getAsString();
        assertEquals(pem, SymmetricKeyPem.write(key));
        assertArrayEquals(key, SymmetricKeyPem.read(pem, key.length));
    }

    @Test
    void aSecretOfTheWrongLengthIsRefused() {
        String pem = SymmetricKeyPem.write(new byte[32]);
        assertEquals("The secret key in it has 32 bytes where 64 are needed.",
                assertThrows(UnusableKeyException.class, () -> SymmetricKeyPem.read(pem, 64)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hello", "-----BEGIN SYMMETRIC KEY-----",
            "-----BEGIN SYMMETRIC KEY-----\nAAAA\n-----END SYMMETRIC KEY-----",
            "-----BEGIN PRIVATE KEY-----\nMC8wCQYHKoZIzkwDAQMiAAQAAQID\n-----END PRIVATE KEY-----",
            "-----BEGIN SYMMETRIC KEY-----\n****\n-----END SYMMETRIC KEY-----" })
    void whatIsNoSecretIsRefusedWithASentence(String pem) {
        assertThrows(UnusableKeyException.class, () -> SymmetricKeyPem.read(pem, 32));
    }
}
