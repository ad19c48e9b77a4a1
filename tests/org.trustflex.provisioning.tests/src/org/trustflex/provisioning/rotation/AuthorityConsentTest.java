package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.ValidityMessage;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.certificates.Log;

/**
 * The authority consents to each change of slot 14, and only the device decides whether it did. Tools that did this before
 * had faults, each of which has a test here or beside here:
 *
 * <table>
 * <caption>Faults of others that touch the rotation and the resources</caption>
 * <tr><th>Fault</th><th>Test</th></tr>
 * <tr><td>a validation that can't fail</td><td>{@code aForgedAuthoritySignatureTurnsTheStepRed}</td></tr>
 * <tr><td>the last step undoes the rotation</td>
 * <td>{@code KeyRotationTest.theFourStepsOneByOneSayTheGuidesLines}, which ends valid</td></tr>
 * <tr><td>nothing is read back before a retry, no journal</td><td>{@code RotationInterruptionTest}</td></tr>
 * <tr><td>a secret is written to the chip before it is saved</td>
 * <td>{@code ResourceInterruptionTest.everyKeyIsSavedBeforeItIsProgrammed}</td></tr>
 * <tr><td>private keys are readable for everybody</td>
 * <td>{@code ResourceFilesTest.privateFilesAreForTheirOwnerAloneFromTheMomentTheyExist}</td></tr>
 * <tr><td>a renamed class breaks the script for slot 14 alone</td>
 * <td>{@code KeyRotationTest.theFirstRotationSaysTheGuidesLinesAndEndsValid}, on a simulated part in each build</td></tr>
 * <tr><td>the invalidation is signed for the new key</td>
 * <td>{@code theInvalidationIsSignedForTheKeyThatIsInTheSlot}</td></tr>
 * <tr><td>firmware can't rotate where a valid key is in the slot</td>
 * <td>{@code firmwareRotatesWithTheConsentWhileTheOldKeyIsValid}</td></tr>
 * <tr><td>the nonce is drawn once and used again</td><td>{@code eachAuthorizationHasNoncesOfItsOwn}</td></tr>
 * <tr><td>r or s shorter than 32 bytes</td><td>{@code signaturesWithAShortROrSAreAccepted}</td></tr>
 * </table>
 */
class AuthorityConsentTest {

    private static final int SLOT = RotationBench.SLOT;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private RotationBench bench;
    private EccPublicKey before;

    @BeforeEach
    void rotateOnce() throws Exception {
        bench = RotationBench.withValidKey(folder);
        before = bench.keyInSlot();
    }

    private Authorization authorize() throws Exception {
        if (!Files.exists(bench.rotationFile("pending/slot_14_ecc_key_pair.pem"))) {
            bench.run(RotationStep.GENERATE);
        }
        bench.run(RotationStep.AUTHORIZE);
        return Authorization.read(bench.project).orElseThrow();
    }

    private ConfigurationZone zone() {
        return bench.part.image().configuration();
    }

    private Authorization with(Authorization authorization, Validity validation, Validity invalidation)
            throws Exception {
        return new Authorization(authorization.serialNumber(), authorization.authority(), validation,
                Optional.of(invalidation));
    }

    private DeviceRefused refusedUpdate(Log log) {
        return assertThrows(DeviceRefused.class, () -> bench.rotation().run(RotationStep.UPDATE, bench.part, log));
    }

    @Test
    void aForgedAuthoritySignatureTurnsTheStepRed() throws Exception {
        P256KeyPair forger = P256KeyPair.generate(random);
        Authorization honest = authorize();
        Validity forged = Validity.toValidate(honest.validation().key(), zone(), forger, random);
        with(honest, forged, honest.invalidation().orElseThrow()).write(bench.project);
        Log log = new Log();
        DeviceRefused refused = refusedUpdate(log);
        assertEquals(StatusCode.MISCOMPARE, refused.status());
        assertEquals("Verify(validate)", refused.command());
        assertFalse(bench.part.image().publicKeyValid(SLOT));
        assertFalse(log.has("is validated with authority signed signature"));
        assertTrue(log.has("does not accept the authority's signature, which is discarded"));
        bench.rotate();
        bench.assertRotated(before, "after a forged validation");
    }

    @Test
    void aForgedInvalidationLeavesTheOldKeyInService() throws Exception {
        P256KeyPair forger = P256KeyPair.generate(random);
        Authorization honest = authorize();
        with(honest, honest.validation(), Validity.toInvalidate(before, zone(), forger, random)).write(bench.project);
        assertEquals(StatusCode.MISCOMPARE, refusedUpdate(new Log()).status());
        assertTrue(bench.deviceIsAsRemembered());
        bench.rotate();
        bench.assertRotated(before, "after a forged invalidation");
    }

    @Test
    void aSingleChangedBitOfTheSignatureIsRefused() throws Exception {
        authorize();
        Path file = bench.rotationFile("pending/authorization.json");
        String text = Files.readString(file);
        int digit = text.indexOf("\"signature\": \"") + "\"signature\": \"".length() + 40;
        char changed = text.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(file, text.substring(0, digit) + changed + text.substring(digit + 1));
        assertEquals(StatusCode.MISCOMPARE, refusedUpdate(new Log()).status());
    }

    @Test
    void aDamagedAuthorizationIsNamed() throws Exception {
        authorize();
        Path file = bench.rotationFile("pending/authorization.json");
        Files.writeString(file, Files.readString(file).substring(0, 200));
        BadFile damaged = assertThrows(BadFile.class, () -> bench.run(RotationStep.UPDATE));
        assertEquals(file.toString(), damaged.file());
        assertTrue(bench.deviceIsAsRemembered());
    }

    @Test
    void anAuthorityThatIsNotTheOneInSlot13IsRefusedBeforeAnythingIsTouched() throws Exception {
        Path file = bench.resource("slot_13_ecc_key_pair.pem");
        Files.writeString(file, P256KeyPair.generate(random).toPem());
        bench.part.restorePower();
        BadFile refused = assertThrows(BadFile.class, bench::rotate);
        assertEquals(file.toString(), refused.file());
        assertTrue(refused.getMessage().contains("is not the one in slot 13"), refused.getMessage());
        assertTrue(bench.deviceIsAsRemembered());
        assertEquals(0, bench.part.writes());
        assertFalse(Files.exists(bench.rotationFile("pending/slot_14_ecc_key_pair.pem")));
        Files.delete(file);
        assertThrows(BadFile.class, bench::rotate);
    }

    /** The project and slot 13 got another authority after step two. */
    @Test
    void whatAnEarlierAuthoritySignedIsStale() throws Exception {
        authorize();
        P256KeyPair other = P256KeyPair.generate(random);
        Files.writeString(bench.resource("slot_13_ecc_key_pair.pem"), other.toPem());
        bench.part.change(image -> image.withSlotBytes(13, 0, other.publicKey().stored()));
        NotPossible stale = assertThrows(NotPossible.class, () -> bench.run(RotationStep.UPDATE));
        assertTrue(stale.getMessage().contains("was signed by another authority"), stale.getMessage());
        assertTrue(bench.rotate());
        bench.assertRotated(before, "with the other authority");
    }

    @Test
    void theInvalidationIsSignedForTheKeyThatIsInTheSlot() throws Exception {
        Authorization authorization = authorize();
        Validity invalidation = authorization.invalidation().orElseThrow();
        P256PublicKey authority = new P256PublicKey(bench.authority().publicKey());
        EccPublicKey newKey = authorization.validation().key();
        assertNotEquals(before, newKey);
        assertTrue(authority.verifies(ValidityMessage.invalidate(invalidation.nonce(), SLOT, before, zone()).digest(),
                invalidation.signature()));
        assertFalse(authority.verifies(ValidityMessage.invalidate(invalidation.nonce(), SLOT, newKey, zone()).digest(),
                invalidation.signature()));
        Validity validation = authorization.validation();
        assertTrue(authority.verifies(ValidityMessage.validate(validation.nonce(), SLOT, newKey, zone()).digest(),
                validation.signature()));
    }

    @Test
    void whereNoValidKeyIsInTheSlotThereIsNothingToInvalidate() throws Exception {
        bench.part.change(image -> image.withValidity(SLOT, false));
        assertEquals(Optional.empty(), authorize().invalidation());
        bench.run(RotationStep.UPDATE);
        bench.run(RotationStep.VERIFY);
        bench.assertRotated(before, "from an invalidated key");
    }

    /** Firmware on the board rotates with what the host prepared; the host finds the new key and closes the journal. */
    @Test
    void firmwareRotatesWithTheConsentWhileTheOldKeyIsValid() throws Exception {
        Authorization consent = authorize();
        EccPublicKey newKey = consent.validation().key();
        try (SecureElement firmware = bench.part.open()) {
            consent.invalidation().orElseThrow().invalidate(firmware);
            byte[] stored = java.util.Arrays.copyOf(newKey.stored(), 3 * SlotLayout.BLOCK_SIZE);
            for (int block = 0; block < 3; block++) {
                firmware.writeBlock(SLOT, block, java.util.Arrays.copyOfRange(stored, 32 * block, 32 * block + 32));
            }
            consent.validation().validate(firmware);
        }
        bench.part.restorePower();
        Log log = new Log();
        assertTrue(bench.rotation().rotate(bench.part, log));
        assertTrue(log.has("The new key is in slot 14 already and valid"));
        assertEquals(0, bench.part.writes());
        assertEquals(newKey, bench.keyInFile());
        bench.assertRotated(before, "by firmware");
    }

    @Test
    void eachAuthorizationHasNoncesOfItsOwn() throws Exception {
        Set<String> nonces = new HashSet<>();
        int times = 5;
        for (int i = 0; i < times; i++) {
            Authorization authorization = authorize();
            nonces.add(HexFormat.of().formatHex(authorization.validation().nonce()));
            nonces.add(HexFormat.of().formatHex(authorization.invalidation().orElseThrow().nonce()));
        }
        assertEquals(2 * times, nonces.size());
    }

    /** One signature in 128 has an r or an s that needs fewer than 32 bytes. */
    @Test
    void signaturesWithAShortROrSAreAccepted() throws Exception {
        for (int offset : new int[] { 0, 32 }) {
            bench.putBack();
            Authorization authorization = authorize();
            EccPublicKey newKey = authorization.validation().key();
            P256KeyPair authority = bench.authority();
            Validity validation = shortAt(offset, () -> Validity.toValidate(newKey, zone(), authority, random));
            Validity invalidation = shortAt(offset, () -> Validity.toInvalidate(before, zone(), authority, random));
            with(authorization, validation, invalidation).write(bench.project);
            bench.run(RotationStep.UPDATE);
            bench.run(RotationStep.VERIFY);
            bench.assertRotated(before, "short number at byte " + offset);
        }
    }

    /** Signs until the number at the offset begins with a zero byte. */
    private static Validity shortAt(int offset, Supplier<Validity> sign) {
        Validity signed = sign.get();
        while (signed.signature().bytes()[offset] != 0) {
            signed = sign.get();
        }
        return signed;
    }
}
