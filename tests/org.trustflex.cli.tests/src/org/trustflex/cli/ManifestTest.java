package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Manifests from the shell. */
class ManifestTest {

    private static final String NAME = "P/00_resource_generation/TFLXTLS_devices_manifest.json";
    private static final String VERIFY = "manifest verify " + NAME + " --ca P/00_resource_generation/manifest_ca.crt ";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aManifest() {
        shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        shell.type("resources --project P").is(0);
        shell.type("manifest create --board sim:demo --project P").is(0);
    }

    @Test
    void aGoodOneHolds() {
        Shell.Answer answer = shell.type(VERIFY).is(0);
        assertTrue(answer.out().contains("OK     The entry is signed by the log signer"), answer.out());
        assertTrue(answer.out().endsWith("Entries: 1, all of which hold\n"), answer.out());
    }

    @Test
    void aFlippedBitAnywhereInWhatIsSignedDoesNot() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Seed of the flipped bits: " + seed);
        Random random = new Random(seed);
        Path file = shell.file(NAME);
        String good = Files.readString(file);
        for (String member : new String[] { "payload", "protected", "signature" }) {
            JsonArray manifest = JsonParser.parseString(good).getAsJsonArray();
            JsonObject entry = manifest.get(0).getAsJsonObject();
            char[] text = entry.get(member).getAsString().toCharArray();
            int where = random.nextInt(text.length);
            text[where] = text[where] == 'A' ? 'B' : 'A';
            entry.addProperty(member, new String(text));
            Files.writeString(file, manifest.toString());
            Shell.Answer answer = shell.type(VERIFY).is(5);
            assertTrue(answer.out().contains("FAILS"), answer.out());
            assertTrue(answer.out().contains("1 do NOT hold"), answer.out());
        }
        Files.writeString(file, good);
        shell.type(VERIFY).is(0);
    }

    @Test
    void nothingIsVerifiedByAnotherLogSignerOrInAnEmptyOne() throws Exception {
        shell.type("simulator create other").is(0);
        shell.type("resources --board other --project Q").is(0);
        shell.type("manifest create --board other --project Q").is(0);
        shell.type("manifest verify " + NAME + " --ca Q/00_resource_generation/manifest_ca.crt").is(5);
        Files.writeString(shell.file("empty.json"), "[]");
        assertTrue(shell.type("manifest verify empty.json --ca P/00_resource_generation/manifest_ca.crt").is(5).out()
                .contains("no entries"));
    }

    @Test
    void whatIsNoManifestOrNoCertificateIsABadFile() throws Exception {
        Files.writeString(shell.file("no.json"), "{ not json");
        for (String line : new String[] { "manifest verify no.json --ca P/00_resource_generation/manifest_ca.crt",
                "manifest verify missing.json --ca P/00_resource_generation/manifest_ca.crt",
                "manifest verify " + NAME + " --ca no.json", "manifest show no.json", "manifest show missing.json",
                VERIFY + "--root no.json" }) {
            Shell.Answer answer = shell.type(line).is(5);
            assertTrue(answer.err().contains("no.json") || answer.err().contains("missing.json"), answer.err());
        }
    }

    @Test
    void devicesAreAppendedAndReplaced() {
        shell.type("simulator create other").is(0);
        shell.type("manifest append --board demo --project P").is(0);
        assertEquals(1, shell.type("manifest show --json " + NAME).json().getAsJsonArray().size());
        shell.type("resources --board other --project Q").is(0);
        shell.type("manifest append " + NAME + " --board other --project Q").is(0);
        assertEquals(2, shell.type("manifest show --json " + NAME).json().getAsJsonArray().size());
        assertTrue(shell.type("manifest append nothing.json --board other --project Q").is(3).err()
                .contains("manifest create"));
    }

    @Test
    void aCustomRootIsRecognizedWhereItIsGiven() {
        shell.type("certificates create --type custom --org Acme --board demo --project P").is(0);
        shell.type("manifest create --board demo --project P").is(0);
        assertTrue(shell.type(VERIFY).is(0).out().contains("of which no certificate is at hand"));
        assertTrue(shell.type(VERIFY + "--root P/00_resource_generation/root_crt.crt").is(0).out()
                .contains("is signed by the trust anchor O=Acme"));
    }
}
