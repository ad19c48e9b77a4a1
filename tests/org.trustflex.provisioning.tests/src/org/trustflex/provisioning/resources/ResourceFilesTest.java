package org.trustflex.provisioning.resources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.provisioning.certificates.PartOnTheBench;

/** The files of the resource generation: the design suite's names and formats, and nobody else's to read. */
class ResourceFilesTest {

    @TempDir
    Path folder;

    private final PartOnTheBench part = PartOnTheBench.delivered();
    private ResourceBench bench;

    @BeforeEach
    void layOutTheBench() {
        bench = new ResourceBench(folder);
    }

    private static boolean isPrivate(String name) {
        return name.contains("_secret_key.") || name.contains("_ecc_key_pair.");
    }

    @Test
    void theFilesAreThoseOfTheDesignSuite() throws Exception {
        bench.generate(part);
        try (Stream<Path> all = Files.list(bench.file(""))) {
            assertEquals(List.of(".gitignore", "device.json", "public_key_rotation.h", "public_key_rotation_device.h",
                    "slot_13_ecc_key_pair.pem", "slot_14_ecc_key_pair.pem",
                    "slot_15_ecc_key_pair.pem", "slot_5_secret_key.h", "slot_5_secret_key.pem", "slot_6_secret_key.h",
                    "slot_6_secret_key.pem", "slot_9_secret_key.h", "slot_9_secret_key.pem"),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aSecretIsASymmetricKeyBlockWithTheKeyAtByte17() throws Exception {
        bench.generate(part);
        for (int slot : ResourceBench.SECRETS) {
            String pem = Files.readString(bench.keyFile(slot));
            assertTrue(pem.startsWith("-----BEGIN SYMMETRIC KEY-----\n"), pem);
            assertTrue(pem.endsWith("\n-----END SYMMETRIC KEY-----"), "no line end after the last line");
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            int length = ResourceBench.keyLength(slot);
            assertEquals(17 + length, der.length);
            assertEquals(String.format("30%02x300906072a8648ce4c030103%02x0004", der.length - 2, length + 2),
                    HexFormat.of().formatHex(der, 0, 17));
            assertArrayEquals(ResourceBench.inDevice(part.image(), slot), Arrays.copyOfRange(der, 17, der.length));
        }
    }

    @Test
    void aHeaderIsTheSecretAsACArray() throws Exception {
        bench.generate(part);
        for (int slot : ResourceBench.SECRETS) {
            StringBuilder expected = new StringBuilder("uint8_t slot_" + slot + "_secret_key[] = {");
            byte[] secret = bench.fromFile(slot);
            for (int i = 0; i < secret.length; i++) {
                expected.append(i % 16 == 0 ? "\n" : "").append(String.format("0x%02X, ", secret[i]));
            }
            assertEquals(expected.append("\n};\n").toString(),
                    Files.readString(bench.file("slot_" + slot + "_secret_key.h")));
        }
    }

    @Test
    void opensslReadsTheKeyPairsAndComesToTheKeyInTheSlot() throws Exception {
        assumeTrue(isInstalled(), "openssl is not installed");
        bench.generate(part);
        for (int slot : ResourceBench.PUBLIC_KEYS) {
            assertTrue(Files.readString(bench.keyFile(slot)).startsWith("-----BEGIN PRIVATE KEY-----\n"));
            assertEquals(new P256PublicKey(part.image().publicKey(slot)).pem().strip(),
                    openssl("pkey", "-in", bench.keyFile(slot).toString(), "-pubout").strip());
        }
    }

    @Test
    void opensslVerifiesTheSecureBootExampleAndAGoodSignatureIsKept() throws Exception {
        assumeTrue(isInstalled(), "openssl is not installed");
        bench.generate(part);
        byte[] application = "an application image".getBytes(StandardCharsets.US_ASCII);
        Path image = Files.write(bench.file("secureboot_test_app.bin"), application);
        assertTrue(bench.generate(part).has("Signed secureboot_test_app.bin with the key of slot 15"));
        byte[] signature = Files.readAllBytes(bench.file("secureboot_test_app_sign.bin"));
        assertEquals(64, signature.length);
        Path publicKey = Files.writeString(folder.resolve("public.pem"),
                new P256PublicKey(part.image().publicKey(15)).pem());
        Path der = Files.write(folder.resolve("signature.der"), derOf(signature));
        assertTrue(openssl("dgst", "-sha256", "-verify", publicKey.toString(), "-signature", der.toString(),
                image.toString()).contains("Verified OK"));
        assertTrue(Files.readString(bench.file("secureboot_test_app.h"))
                .startsWith("uint8_t secureboot_test_app[] = {\n0x61, 0x6E, 0x20, "));
        assertTrue(bench.generate(part).has("kept"));
        assertArrayEquals(signature, Files.readAllBytes(bench.file("secureboot_test_app_sign.bin")));
        Files.write(image, new byte[] { 1 });
        bench.generate(part);
        assertFalse(Arrays.equals(signature, Files.readAllBytes(bench.file("secureboot_test_app_sign.bin"))));
    }

    /** A sequence of two integers, which openssl takes. */
    private static byte[] derOf(byte[] signature) {
        byte[] r = new BigInteger(1, Arrays.copyOf(signature, 32)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)).toByteArray();
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(4 + r.length + s.length);
        for (byte[] number : new byte[][] { r, s }) {
            der.write(0x02);
            der.write(number.length);
            der.writeBytes(number);
        }
        return der.toByteArray();
    }

    @Test
    void privateFilesAreForTheirOwnerAloneFromTheMomentTheyExist() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> readable = new ArrayList<>();
        AtomicBoolean finished = new AtomicBoolean();
        Thread spy = new Thread(() -> {
            while (!finished.get()) {
                look(seen, readable);
            }
        });
        spy.start();
        try {
            for (int round = 0; round < 5; round++) {
                bench.generate(part, new ResourceOptions(true, false));
            }
        } finally {
            finished.set(true);
            spy.join();
        }
        look(seen, readable);
        assertTrue(seen.stream().anyMatch(name -> name.startsWith("slot_6_secret_key.pem")), seen.toString());
        assertEquals(List.of(), readable);
    }

    /** Temporary files carry the names of those that they become. */
    private void look(List<String> seen, List<String> readable) {
        try (Stream<Path> all = Files.walk(bench.root)) {
            for (Path file : all.filter(path -> isPrivate(path.getFileName().toString())).toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                seen.add(file.getFileName().toString());
                if (!mode.equals("rw-------")) {
                    readable.add(file + " " + mode);
                }
            }
        } catch (NoSuchFileException | java.io.UncheckedIOException goneAlready) {
            seen.add(goneAlready.getMessage());
        } catch (IOException failed) {
            readable.add(failed.toString());
        }
    }

    @Test
    void versionControlNeverSeesASecret() throws Exception {
        assumeTrue(run(List.of("git", "--version")).exitCode() == 0, "git is not installed");
        bench.generate(part);
        bench.generate(part, new ResourceOptions(true, false));
        assertEquals(0, run(List.of("git", "init", "-q", bench.root.toString())).exitCode());
        String added = run(List.of("git", "-C", bench.root.toString(), "add", "--dry-run", ".")).output();
        assertEquals(
                "add '.gitignore' add 'device.json' add '.gitignore' add 'project.trustflex'",
                added.lines().map(line -> line.replaceAll("'.*/", "'")).collect(Collectors.joining(" ")));
    }

    @Test
    void theGitignoreIsThereBeforeTheFirstSecret() throws Exception {
        part.watch(number -> {
            if (Files.exists(bench.keyFile(6))) {
                String ignored = Files.readString(bench.file(".gitignore"));
                assertTrue(ignored.contains("*.pem\n") && ignored.contains("*_secret_key.h\n"), ignored);
            }
        });
        bench.generate(part);
        assertTrue(Files.exists(bench.root.resolve("05_public_key_rotation/.gitignore")));
    }

    @Test
    void aGitignoreOfTheUsersIsLeftAlone() throws Exception {
        Files.createDirectories(bench.file(""));
        Files.writeString(bench.file(".gitignore"), "*\n");
        bench.generate(part);
        assertEquals("*\n", Files.readString(bench.file(".gitignore")));
    }

    @Test
    void noSecretIsInWhatMayBeShared() throws Exception {
        bench.generate(part);
        String shared = Files.readString(bench.file("device.json")) + Files.readString(bench.root.resolve(
                "project.trustflex"));
        for (int slot : ResourceBench.SECRETS) {
            String secret = HexFormat.of().formatHex(bench.fromFile(slot));
            assertFalse(shared.toLowerCase().contains(secret.substring(0, 16)));
        }
        assertTrue(shared.contains(PartOnTheBench.SERIAL_NUMBER.hex()));
    }

    @Test
    void aKeyPairFileIsReadBackAsTheSamePair() throws Exception {
        bench.generate(part);
        String pem = Files.readString(bench.keyFile(13));
        assertEquals(pem, P256KeyPair.fromPem(pem).toPem());
    }

    private record Outcome(int exitCode, String output) {
    }

    private static boolean isInstalled() throws Exception {
        return run(List.of("openssl", "version")).exitCode() == 0;
    }

    private static String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Outcome outcome = run(command);
        assertEquals(0, outcome.exitCode(), outcome.output());
        return outcome.output();
    }

    private static Outcome run(List<String> command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException notInstalled) {
            return new Outcome(-1, notInstalled.toString());
        }
    }
}
