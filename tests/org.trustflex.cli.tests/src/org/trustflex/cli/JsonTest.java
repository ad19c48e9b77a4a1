package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** A script reads what commands know, as JSON. */
class JsonTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aBoard() {
        shell = new Shell(folder);
        shell.type("simulator create demo --serial 0123F51D0000002A01").is(0);
    }

    @Test
    void boards() {
        for (String line : List.of("boards --json", "simulator list --json")) {
            JsonArray boards = shell.type(line).is(0).json().getAsJsonArray();
            assertEquals(1, boards.size());
            JsonObject board = boards.get(0).getAsJsonObject();
            assertEquals("sim:demo", board.get("id").getAsString());
            assertEquals("simulated", board.get("kind").getAsString());
            assertEquals("ATECC608B-TFLXTLS", board.get("part").getAsString());
            assertEquals("0123F51D0000002A01", board.get("serialNumber").getAsString());
            assertEquals("0x6C", board.get("i2cAddress").getAsString());
            assertTrue(board.get("holder").isJsonNull());
            List<String> parts = new ArrayList<>();
            board.getAsJsonArray("elements").forEach(element -> parts.add(element.getAsJsonObject().get("i2cAddress")
                    .getAsString() + " " + element.getAsJsonObject().get("part").getAsString()));
            assertEquals(List.of("0xC0 ATECC608B", "0x6C ATECC608B-TFLXTLS", "0x6A ATECC608B-TNGTLS"), parts);
        }
        assertEquals("sim:b2", shell.type("simulator create b2 --json").is(0).json().getAsJsonObject().get("id")
                .getAsString());
    }

    @Test
    void noBoardsIsAnEmptyList() {
        shell.type("simulator delete demo").is(0);
        assertEquals(new JsonArray(), shell.type("boards --json").is(0).json());
    }

    @Test
    void slots() {
        shell.type("resources --project P").is(0);
        JsonArray slots = shell.type("slots --board sim:demo --json").is(0).json().getAsJsonArray();
        assertEquals(16, slots.size());
        JsonObject rotating = slots.get(14).getAsJsonObject();
        assertEquals(14, rotating.get("slot").getAsInt());
        assertEquals("Rotating public key", rotating.get("purpose").getAsString());
        assertTrue(rotating.get("policy").getAsString().contains("invalidated by slot 13"));
        assertFalse(rotating.get("locked").getAsBoolean());
        assertTrue(rotating.get("publicKey").getAsString().matches("[0-9A-F]{128}"));
        assertTrue(rotating.get("project").isJsonNull());
        assertEquals("secret", slots.get(5).getAsJsonObject().get("state").getAsString());

        shell.type("rotate --project P").is(0);
        JsonObject after = shell.type("slots --project P --json").json().getAsJsonArray().get(14).getAsJsonObject();
        assertEquals("valid", after.get("state").getAsString());
        assertEquals("matches", after.getAsJsonObject("project").get("result").getAsString());
    }

    @Test
    void theTraceHasTimesAndReasons() {
        shell.type("slots").is(0);
        JsonArray trace = shell.type("trace --last 3 --json").is(0).json().getAsJsonArray();
        assertEquals(3, trace.size());
        JsonObject last = trace.get(2).getAsJsonObject();
        assertTrue(last.get("command").getAsString().startsWith("Read("), last.toString());
        assertEquals(15, last.get("slot").getAsInt());
        assertEquals("0x6C", last.get("i2cAddress").getAsString());
        assertEquals("00", last.get("status").getAsString());
        assertTrue(last.get("executionTimeMs").getAsDouble() > 0);
    }

    @Test
    void certificatesAndManifest() {
        shell.type("resources --project P").is(0);
        JsonObject shown = shell.type("certificates show --json --project P").is(0).json().getAsJsonObject();
        JsonObject verified = shell.type("certificates verify --json --project P").is(0).json().getAsJsonObject();
        assertEquals(shown, verified);
        assertTrue(shown.get("holds").getAsBoolean());
        assertTrue(shown.getAsJsonObject("device").get("pem").getAsString().startsWith("-----BEGIN CERTIFICATE-----"));

        shell.type("manifest create --project P").is(0);
        String manifest = shell.resource("TFLXTLS_devices_manifest.json").toString();
        JsonElement entry = shell.run("manifest", "show", manifest, "--json").is(0).json().getAsJsonArray().get(0);
        assertEquals("0123f51d0000002a01",
                entry.getAsJsonObject().getAsJsonObject("payload").get("uniqueId").getAsString());
        JsonElement report = shell.run("manifest", "verify", manifest, "--json", "--ca",
                shell.resource("manifest_ca.crt").toString()).is(0).json().getAsJsonArray().get(0);
        assertTrue(report.getAsJsonObject().get("holds").getAsBoolean());
    }
}
