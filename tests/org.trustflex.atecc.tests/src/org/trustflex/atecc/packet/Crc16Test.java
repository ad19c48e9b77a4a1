package org.trustflex.atecc.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustflex.atecc.vectors.Vectors;

import com.google.gson.JsonObject;

class Crc16Test {

    static Stream<JsonObject> cases() {
        return StreamSupport.stream(Vectors.load("crc16.json").getAsJsonArray("cases").spliterator(), false)
                .map(element -> element.getAsJsonObject());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChecksumIsTheOneThatTheVendorsLibraryComputes(JsonObject vector) {
        int crc = Crc16.of(Vectors.bytes(vector, "bytes"));
        assertEquals(vector.get("crc_le").getAsString(), String.format("%02x%02x", crc & 0xFF, crc >> 8));
    }
}
