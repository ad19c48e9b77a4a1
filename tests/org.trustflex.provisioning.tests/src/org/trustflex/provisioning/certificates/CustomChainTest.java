package org.trustflex.provisioning.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.RejectedValue;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.compressed.SignerId;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.NotPossible;

class CustomChainTest extends CustomChainBench {

    private Map<String, String> files() {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(project.root())) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                content.put(project.root().relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return content;
    }

    /** The lines of the guide, section 3, in its order. */
    @Test
    void theLogIsTheOneOfTheGuide() throws Exception {
        Log log = new Log();
        DeviceChain chain = create(log);
        String thing = chain.report().chain().thingId().hex();
        List<String> expected = List.of("Custom Certs processing...",
                "Simulator certificates found in the device, backing up...OK", "Building new root certificate",
                "Building new signer csr certificate", "Building new signer certificate",
                "Read device serial number...OK (SN: " + SN + ")",
                "Read device public key from slot 0...OK (Public Key: "
                        + chain.report().chain().device().publicKey().hex()
                        + ")",
                "Generating device certificate...OK (saved to device_" + SN + ".crt)",
                "Saving signer certificate to device...OK", "Saving device certificate to device...OK",
                "Thing ID " + thing, "", "Custom certificate generation and provisioning - SUCCESS", "",
                "Validate root certificate...OK", "", "-----BEGIN CERTIFICATE-----");
        assertEquals(expected, log.lines().subList(0, expected.size()));
        List<String> rest = log.lines();
        for (String line : List.of("Validate signer certificate...OK", "Validate device certificate...OK",
                "        Issuer: O=test, CN=Crypto Authentication Signer FFFF",
                "        Subject: O=test, CN=sn" + SN)) {
            assertTrue(rest.contains(line), line);
        }
    }

    @Test
    void theDeviceHoldsTheChainAndTheProjectItsFiles() throws Exception {
        DeviceChain chain = create(new Log());
        assertNotEquals(delivered, part.slots());
        DeviceChain again = read();
        assertEquals(chain.report().chain(), again.report().chain());
        assertTrue(again.report().holds(), again.report().checks().toString());
        CertificateChain inFiles = new CertificateChain(
                P256Certificate.fromPem(Files.readString(file("device_" + SN + ".crt"))),
                P256Certificate.fromPem(Files.readString(file("signer_FFFF.crt"))),
                P256Certificate.fromPem(Files.readString(file("root_crt.crt"))));
        assertEquals(inFiles, again.report().chain());
        for (String name : List.of("root_key.key", "signer_FFFF.key", "signer_FFFF.csr", "device_template.crt",
                "root_pub_key.pem", "cust_def_1_signer.c", "cust_def_1_signer.h", "cust_def_2_device.c",
                "cust_def_2_device.h")) {
            assertTrue(Files.isRegularFile(file(name)), name);
        }
        assertEquals("{\n    \"thing_name\": \"" + chain.report().chain().thingId().hex() + "\"\n}",
                Files.readString(file("kit-info.json")));
        for (String name : List.of("root_key.key", "signer_FFFF.key")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))), name);
        }
        assertTrue(Files.readString(file(".gitignore")).contains("*.key"));
    }

    /** openssl has the last word on the files. */
    @Test
    void opensslVerifiesTheFiles() throws Exception {
        create(new Log());
        Process process = new ProcessBuilder("openssl", "verify", "-attime",
                Long.toString(PartOnTheBench.CLOCK.instant().getEpochSecond()), "-CAfile", "root_crt.crt",
                "-untrusted", "signer_FFFF.crt", "signer_FFFF.crt", "device_" + SN + ".crt")
                .directory(project.resourcesFolder().toFile()).redirectErrorStream(true).start();
        String output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
    }

    @Test
    void whatFitsIsUsedAgainAndNothingIsWritten() throws Exception {
        create(new Log());
        Map<String, String> before = files();
        CertificateSlots slots = part.slots();
        Log log = new Log();
        create(log);
        assertEquals(before, files());
        assertEquals(slots, part.slots());
        for (String line : List.of("Using cached root certificate", "Using cached signer csr certificate",
                "Using cached signer certificate", "Device contains custom device and signer certificates")) {
            assertTrue(log.lines().contains(line), line);
        }
    }

    @Test
    void anotherOrganisationMakesNewCertificatesAndLosesNoOldOne() throws Exception {
        P256Certificate first = create(new Log()).report().chain().device();
        Log log = new Log();
        DeviceChain second = create(ChainProfile.forOrganization("Acme Devices"), log);
        assertEquals("Acme Devices", second.report().chain().device().organization());
        assertTrue(log.has("root_crt.crt held something else, which is kept in 05_public_key_rotation/old"));
        assertTrue(files().entrySet().stream()
                .anyMatch(file -> file.getKey().startsWith("05_public_key_rotation/old/device_")
                        && file.getValue().equals(first.pem())));
        assertEquals(delivered, new SlotBackup(project, PartOnTheBench.SERIAL_NUMBER).original().orElseThrow().slots());
        assertEquals(second.report().chain(), read().report().chain());
    }

    @ParameterizedTest
    @CsvSource({ "FFFF,Signer FFFF,FFFF,sn", "0123AA55AA55AA5501,0123AA55AA55AA5501,0A0B,0123AA55AA55AA5501",
            "Müller & Söhne,Größe,1234,série-" })
    void namesMayContainWhatTheVendorsToolSearchesFor(String organization, String signer, String id, String device)
            throws Exception {
        ChainProfile profile = ChainProfile.forOrganization(organization).withSignerName(signer)
                .withSignerId(SignerId.parse(id)).withDevicePrefix(device);
        DeviceChain chain = create(profile, new Log());
        assertEquals(chain.report().chain(), read().report().chain());
        assertTrue(Files.exists(file("signer_" + id + ".crt")));
    }

    @Test
    void noExpiryAndOtherValiditiesAreChosen() throws Exception {
        DeviceChain chain = create(ChainProfile.forOrganization("test").withYears(0, 5).withRootDays(0), new Log());
        assertEquals(Instant.parse("9999-12-31T23:59:59Z"), chain.report().chain().root().notAfter().instant());
        assertEquals(Instant.parse("9999-12-31T23:59:59Z"), chain.report().chain().signer().notAfter().instant());
        assertEquals(Instant.parse("2031-03-04T05:00:00Z"), chain.report().chain().device().notAfter().instant());
    }

    @Test
    void aClockThatCantBeCompressedIsRejectedBeforeAnythingIsWritten() {
        Map<String, String> before = files();
        CustomChain operation = new CustomChain(project, random,
                Clock.fixed(Instant.parse("2200-01-01T00:00:00Z"), ZoneOffset.UTC));
        assertThrows(RejectedValue.class,
                () -> operation.create(ChainProfile.forOrganization("test"), part, new Log()));
        assertEquals(before, files());
        assertEquals(delivered, part.slots());
    }

    @Test
    void aProductionPartIsRefusedBeforeAnythingIsWritten() {
        PartOnTheBench production = PartOnTheBench.delivered(TrustFlexProfile.PRODUCTION, PartOnTheBench.SERIAL_NUMBER);
        refusedUntouched(production, "production");
    }

    @Test
    void aLockedSlotIsRefusedBeforeAnythingIsWritten() {
        part.change(image -> image.withConfigurationBytes(88, (byte) 0xFF, (byte) 0xEF));
        refusedUntouched(part, "locked");
    }

    private void refusedUntouched(PartOnTheBench refused, String reason) {
        Map<String, String> before = files();
        CertificateSlots slots = refused.slots();
        CustomChain operation = new CustomChain(project, random, PartOnTheBench.CLOCK);
        NotPossible refusal = assertThrows(NotPossible.class,
                () -> operation.create(ChainProfile.forOrganization("test"), refused, new Log()));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertEquals(before, files());
        assertEquals(slots, refused.slots());
    }

    @Test
    void anotherElementThanTheProjectsIsRefused() throws Exception {
        new DeviceRecord(new SerialNumber("012300000000000001")).write(project);
        NotPossible refusal = assertThrows(NotPossible.class, () -> create(new Log()));
        assertTrue(refusal.getMessage().contains("012300000000000001"), refusal.getMessage());
        assertEquals(delivered, part.slots());
    }

    @Test
    void aDamagedCertificateFileIsNotOverwritten() throws Exception {
        Files.createDirectories(project.resourcesFolder());
        Files.writeString(file("root_crt.crt"), "hello");
        assertThrows(BadFile.class, () -> create(new Log()));
        assertEquals("hello", Files.readString(file("root_crt.crt")));
        assertEquals(delivered, part.slots());
    }

    @Test
    void theRootsKeyMayBeKeptElsewhereOnceTheSignerIsThere() throws Exception {
        create(new Log());
        Files.delete(file("root_key.key"));
        Files.delete(file("device_" + SN + ".crt"));
        Log log = new Log();
        create(log);
        assertTrue(log.lines().contains("Using cached root certificate"));
        assertFalse(Files.exists(file("root_key.key")));
        Files.delete(file("signer_FFFF.crt"));
        BadFile missing = assertThrows(BadFile.class, () -> create(new Log()));
        assertTrue(missing.getMessage().contains("root_key.key"), missing.getMessage());
    }

    /** What is read back is compared: a slot that does not take what is written turns the run red. */
    @Test
    void whatTheDeviceDoesNotHoldIsSeen() throws Exception {
        create(new Log());
        part.change(image -> {
            byte[] slot = image.slot(10);
            slot[3] ^= 1;
            return image.withSlotBytes(10, 0, slot);
        });
        DeviceChain damaged = read();
        assertFalse(damaged.report().holds());
        assertEquals(List.of("device.signature"),
                damaged.report().checks().stream().filter(check -> !check.holds()).map(check -> check.id()).toList());
        create(new Log());
        assertTrue(read().report().holds());
    }

    /** The EEPROM ignores the dates of the device certificate, which stand in the third block of slot 10. */
    @Test
    void aMismatchIsShownFieldByFieldAndNothingFurtherChanges() throws Exception {
        create(ChainProfile.forOrganization("test").withYears(31, 10), new Log());
        byte[] before = part.image().slot(10);
        int write = 0x12;
        int slot10Block2 = 0x0250;
        part.ignores(command -> command[1] == write
                && ((command[3] & 0xFF) | (command[4] & 0xFF) << 8) == slot10Block2);
        NotPossible mismatch = assertThrows(NotPossible.class,
                () -> create(ChainProfile.forOrganization("test").withYears(31, 20), new Log()));
        assertTrue(mismatch.getMessage().contains(
                "Not after: expected Mar  4 05:00:00 2046 GMT (GENERALIZED_TIME), found Mar  4 05:00:00 2036 GMT"),
                mismatch.getMessage());
        assertTrue(mismatch.getMessage().contains("Serial number: expected"), mismatch.getMessage());
        assertEquals(before[66], part.image().slot(10)[66]);
    }

    /** A measurement and no test: the figure is printed, and only a gross miss fails. */
    @Test
    void itIsQuick() throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            startAnew();
            long start = System.nanoTime();
            create(new Log());
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("custom chain on an instant part: %d ms (aim: 200 ms)%n", best / 1_000_000);
        assertTrue(best < 2_000_000_000L, "ten times the aim");
    }
}
