package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.CArray;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;

/** The C data of the rotation: what a firmware does with it works on the element, and data for other keys is stale. */
class FirmwareDataTest {

    private static final List<String> ORDER = List.of("validated_nonce", "validated_signature", "invalidated_nonce",
            "invalidated_signature", "rotating_digest", "rotating_signature", "public_key");

    @TempDir
    Path folder;

    private RotationBench bench;

    @BeforeEach
    void generateResources() throws Exception {
        bench = RotationBench.withResources(folder);
    }

    private FirmwareDataState state() throws Exception {
        return new FirmwareData(bench.project).state();
    }

    private Map<String, byte[]> arrays(String file) throws Exception {
        return CArray.parse(Files.readString(bench.resource(file)));
    }

    /** What the design suite's firmware does at each reset; false where it would report failure. */
    private boolean resetWithTheSuitesFirmware() throws Exception {
        Map<String, byte[]> data = arrays(FirmwareData.HEADER);
        Map<String, byte[]> device = arrays(FirmwareData.DEVICE_HEADER);
        EccPublicKey key = EccPublicKey.of(data.get("public_key"));
        try (SecureElement element = bench.part.open()) {
            if (element.readValidity(RotationBench.SLOT)) {
                byte[] otherData = device.get("validated_other_data").clone();
                otherData[17] = 1;
                element.invalidate(RotationBench.SLOT, data.get("invalidated_nonce"),
                        EcdsaSignature.of(data.get("invalidated_signature")), otherData);
            }
            byte[] stored = Arrays.copyOf(key.stored(), 96);
            for (int block = 0; block < 3; block++) {
                element.writeBlock(RotationBench.SLOT, block,
                        Arrays.copyOfRange(stored, 32 * block, 32 * block + 32));
            }
            element.validate(RotationBench.SLOT, data.get("validated_nonce"),
                    EcdsaSignature.of(data.get("validated_signature")), device.get("validated_other_data"));
            element.verifyStored(RotationBench.SLOT, data.get("rotating_digest"),
                    EcdsaSignature.of(data.get("rotating_signature")));
            return true;
        } catch (ElementException refused) {
            return false;
        }
    }

    @Test
    void theHeaderHasTheSevenArraysOfTheDesignSuiteInItsOrderAndFormat() throws Exception {
        String text = Files.readString(bench.resource(FirmwareData.HEADER));
        int[] lengths = { 32, 64, 32, 64, 32, 64, 64 };
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < lengths.length; i++) {
            form.append("uint8_t ").append(ORDER.get(i)).append("\\[\\] = \\{\n((0x[0-9A-F]{2}, ){16}\n){")
                    .append(lengths[i] / 16).append("\\};\n");
        }
        assertTrue(text.matches(form.toString().replace("\\};", "}\\};")), text);
    }

    @Test
    void afterResourceGenerationTheDataBringsTheProjectsKeyInAndIsRepeatable() throws Exception {
        assertEquals(FirmwareDataState.CURRENT, state());
        assertArrayEquals(bench.keyInFile().bytes(), arrays(FirmwareData.HEADER).get("public_key"));
        for (int reset = 0; reset < 3; reset++) {
            assertTrue(resetWithTheSuitesFirmware(), "reset " + reset);
            assertTrue(bench.part.image().publicKeyValid(RotationBench.SLOT));
        }
    }

    @Test
    void forASlotWithAValidKeyTheSuitesFirmwareSucceedsOnceAndReportsFailureAfterwards() throws Exception {
        bench.rotate();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        assertTrue(resetWithTheSuitesFirmware());
        assertFalse(resetWithTheSuitesFirmware());
        assertTrue(bench.part.image().publicKeyValid(RotationBench.SLOT), "the failure changes nothing");
    }

    @Test
    void aRotationThatTheFirmwareDidIsClosedByTheHostAndTheNextMakesANewKey() throws Exception {
        bench.rotate();
        EccPublicKey old = bench.keyInSlot();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        assertTrue(resetWithTheSuitesFirmware());
        EccPublicKey rotated = bench.keyInSlot();
        Log log = new Log();
        assertTrue(bench.rotation().rotate(bench.part, log), "finished instead of a new key");
        assertTrue(log.has("The new key is in slot 14 already and valid"));
        assertTrue(log.has("Verified the Rotating Public key"));
        bench.assertRotated(old, "closed by the host");
        assertEquals(rotated, bench.keyInSlot());
        assertEquals(FirmwareDataState.CURRENT, state());
        assertFalse(bench.rotate(), "a new key");
    }

    @Test
    void oneStepOfTheFourClosesTheFirmwaresRotationToo() throws Exception {
        EccPublicKey old = bench.keyInSlot();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        assertTrue(resetWithTheSuitesFirmware());
        bench.run(RotationStep.VERIFY);
        assertEquals(bench.keyInFile(), bench.keyInSlot());
        assertFalse(bench.keyInFile().equals(old));
        assertFalse(Files.exists(bench.rotationFile("pending/slot_14_ecc_key_pair.pem")));
    }

    @Test
    void theProjectsOwnFirmwareLearnsElementAuthorityAndOldKey() throws Exception {
        assertTrue(Files.readString(bench.resource(FirmwareData.DEVICE_HEADER)).contains("#define OLD_KEY_KNOWN 0\n"));
        bench.rotate();
        EccPublicKey old = bench.keyInSlot();
        bench.run(RotationStep.GENERATE);
        bench.run(RotationStep.AUTHORIZE);
        assertTrue(Files.readString(bench.resource(FirmwareData.DEVICE_HEADER)).contains("#define OLD_KEY_KNOWN 1\n"));
        Map<String, byte[]> device = arrays(FirmwareData.DEVICE_HEADER);
        assertArrayEquals(PartOnTheBench.SERIAL_NUMBER.bytes(), device.get("device_serial_number"));
        assertArrayEquals(bench.authority().publicKey().bytes(), device.get("authority_public_key"));
        assertArrayEquals(old.bytes(), device.get("old_public_key"));
        try (SecureElement element = bench.part.open()) {
            element.invalidate(RotationBench.SLOT, device.get("old_nonce"),
                    EcdsaSignature.of(device.get("old_signature")), device.get("old_other_data"));
        }
        assertFalse(bench.part.image().publicKeyValid(RotationBench.SLOT));
    }

    @Test
    void theDataIsStaleOnceItIsForOtherKeys() throws Exception {
        bench.run(RotationStep.GENERATE);
        assertEquals(FirmwareDataState.STALE, state(), "the new key is not authorized yet");
        bench.run(RotationStep.AUTHORIZE);
        assertEquals(FirmwareDataState.CURRENT, state());
        String firstDevice = Files.readString(bench.resource(FirmwareData.DEVICE_HEADER));
        String first = Files.readString(bench.resource(FirmwareData.HEADER));
        bench.run(RotationStep.AUTHORIZE);
        Files.writeString(bench.resource(FirmwareData.HEADER), first);
        assertEquals(FirmwareDataState.STALE, state(), "an earlier consent");
        bench.run(RotationStep.AUTHORIZE);
        Files.writeString(bench.resource(FirmwareData.DEVICE_HEADER), firstDevice.replaceFirst("0x01", "0x02"));
        assertEquals(FirmwareDataState.STALE, state(), "another element");
        bench.run(RotationStep.AUTHORIZE);
        Files.writeString(bench.resource(FirmwareData.HEADER), "uint8_t public_key[] = { 0x00 };\n");
        assertEquals(FirmwareDataState.STALE, state(), "damaged");
        Files.delete(bench.resource(FirmwareData.HEADER));
        assertEquals(FirmwareDataState.MISSING, state());
    }

    @Test
    void anotherAuthorityMakesTheDataStale() throws Exception {
        Files.writeString(bench.resource("slot_13_ecc_key_pair.pem"),
                P256KeyPair.generate(new SecureRandom()).toPem());
        assertEquals(FirmwareDataState.STALE, state());
    }

    @Test
    void resourcesAgainKeepGoodDataAndReplaceWhatIsMissingOrStale() throws Exception {
        String first = Files.readString(bench.resource(FirmwareData.HEADER));
        generate(ResourceOptions.DEFAULT);
        assertEquals(first, Files.readString(bench.resource(FirmwareData.HEADER)));
        Files.delete(bench.resource(FirmwareData.DEVICE_HEADER));
        generate(ResourceOptions.DEFAULT);
        assertEquals(FirmwareDataState.CURRENT, state());
        generate(new ResourceOptions(true, false));
        assertEquals(FirmwareDataState.CURRENT, state());
        assertArrayEquals(bench.keyInSlot().bytes(), arrays(FirmwareData.HEADER).get("public_key"));
        assertTrue(resetWithTheSuitesFirmware());
    }

    private void generate(ResourceOptions options) throws Exception {
        new ResourceGeneration(bench.project, new SecureRandom(), PartOnTheBench.CLOCK).run(bench.part, options,
                new Log());
    }

    @Test
    void theDataIsForItsOwnerAloneAndIgnoredByVersionControl() throws Exception {
        for (String name : List.of(FirmwareData.HEADER, FirmwareData.DEVICE_HEADER)) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.resource(name))));
        }
        assertTrue(Files.readString(bench.resource(".gitignore")).contains("public_key_rotation*.h\n"));
    }
}
