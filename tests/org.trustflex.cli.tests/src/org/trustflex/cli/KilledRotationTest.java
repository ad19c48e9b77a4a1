package org.trustflex.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.certificates.keys.P256KeyPair;

import com.google.gson.JsonObject;

/** The machine dies in the middle of a rotation, again and again; the next run puts everything right. */
@Timeout(300)
class KilledRotationTest {

    private static final int ROUNDS = 30;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int LINES = 6;
    private static final int LONGEST_DELAY_MICROS = 20_000;

    @TempDir
    Path folder;

    @Test
    void killedAtRandomMomentsItAlwaysEndsValidWithTheFilesKeyAndNoOldKeyIsLost() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Seed of the killed rotations: " + seed);
        Random random = new Random(seed);
        Shell shell = new Shell(folder);
        shell.type("simulator create demo").is(0);
        shell.type("resources --board sim:demo --project P").is(0);
        shell.type("rotate --board sim:demo --project P").is(0);

        Set<String> everSeen = new HashSet<>();
        int finished = 0;
        int rounds = 0;
        for (long end = System.nanoTime() + LONGEST_NANOS; rounds < ROUNDS && System.nanoTime() < end; rounds++) {
            everSeen.addAll(keysOnDisk(shell));
            killARotation(shell, random);
            everSeen.addAll(keysOnDisk(shell));

            Shell.Answer again = shell.type("rotate --board sim:demo --project P").is(0);
            assertTrue(again.out().contains("Verified the Rotating Public key\n"), again.out());
            finished += again.out().contains("An interrupted rotation was finished.") ? 1 : 0;
            assertEquals(publicKey(shell.resource("slot_14_ecc_key_pair.pem")), validKeyInSlot14(shell));
            Set<String> now = keysOnDisk(shell);
            assertTrue(now.containsAll(everSeen), "Every key that ever was is still in a file");
        }
        System.out.println("Of " + rounds + " killed rotations " + finished + " were finished by the next");
        assertTrue(rounds >= 3, "at least a few rounds: " + rounds);
    }

    /** Starts a rotation and kills it at a random moment: so many lines and then so many microseconds into it. */
    private static void killARotation(Shell shell, Random random) throws Exception {
        int lines = random.nextInt(LINES);
        int micros = random.nextInt(LONGEST_DELAY_MICROS);
        try (Program rotation = Program.start(shell, "rotate", "--board", "sim:demo", "--project", "P")) {
            for (int line = 0; line <= lines; line++) {
                Optional<String> printed = rotation.line();
                assertTrue(printed.isPresent(), rotation::errors);
            }
            LockSupport.parkNanos(micros * 1000L);
            rotation.kill();
        }
    }

    private static String validKeyInSlot14(Shell shell) {
        JsonObject slot = shell.type("slots --board sim:demo --json").is(0).json().getAsJsonArray().get(14)
                .getAsJsonObject();
        assertEquals("valid", slot.get("state").getAsString());
        return slot.get("publicKey").getAsString();
    }

    private static String publicKey(Path pem) throws Exception {
        return P256KeyPair.fromPem(Files.readString(pem)).publicKey().hex();
    }

    /** The rotating keys of which the project has the private half. */
    private static Set<String> keysOnDisk(Shell shell) throws Exception {
        Set<String> keys = new HashSet<>();
        for (Path pem : pemFiles(shell.file("P"))) {
            keys.add(publicKey(pem));
        }
        return keys;
    }

    private static Iterable<Path> pemFiles(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(file -> file.getFileName().toString().matches("slot_14_ecc_key_pair.*\\.pem")).toList();
        }
    }
}
