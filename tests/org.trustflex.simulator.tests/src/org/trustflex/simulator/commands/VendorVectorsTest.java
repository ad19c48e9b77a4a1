package org.trustflex.simulator.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.EncryptedWrite;
import org.trustflex.atecc.host.TempKeyFlags;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.Bench;
import org.trustflex.simulator.JdkCrypto;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.SeededEntropy;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.Eeprom;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.eeprom.MemoryEepromStore;
import org.trustflex.simulator.environment.SimulatorSettings;
import org.trustflex.simulator.vectors.Vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What the vendor's host library computes is what the element computes; TempKey is looked at from inside. */
class VendorVectorsTest {

    private static final JsonObject NONCE = Vectors.hostCalculation("nonce_random_mode0");
    private static final JsonObject GEN_DIG = Vectors.hostCalculation("gendig_data_slot6");
    private static final JsonObject MAC = Vectors.hostCalculation("mac_slot5_tempkey");

    private final SeededEntropy entropy = new SeededEntropy(3).next(bytes(NONCE, "rand_out"));
    /** The vendor's calculations leave the OTP zone out, so zeros stand in it here. */
    private Chip chip = chip(Bench.prototypeImage().withOtpBytes(0, new byte[64])
            .withSlotBytes(5, 0, bytes(MAC, "key")).withSlotBytes(6, 0, bytes(GEN_DIG, "slot_value")));

    private static byte[] bytes(JsonObject vector, String member) {
        return Vectors.bytes(vector, member);
    }

    private Chip chip(EepromImage image) {
        try {
            return new Chip(new Eeprom(new MemoryEepromStore(image)), SimulatorSettings.defaults(), entropy);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private byte[] run(Opcode opcode, int param1, int param2, byte... data) {
        return run(CommandPacket.of(opcode, param1, param2, data));
    }

    private byte[] run(CommandPacket packet) {
        try {
            CommandOutcome outcome = CommandSet.atecc608().execute(packet, chip);
            assertEquals(StatusCode.SUCCESS, outcome.status(), outcome::toString);
            return outcome.response().payload();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private byte[] tempKey() {
        return chip.sram().tempKey().orElseThrow().first32();
    }

    private void randomNonce() {
        assertArrayEquals(bytes(NONCE, "rand_out"), run(Opcode.NONCE, 0x00, 0, bytes(NONCE, "num_in")));
    }

    @Test
    void nonceGenDigAndEncryptedWrite() {
        randomNonce();
        assertArrayEquals(bytes(NONCE, "tempkey"), tempKey());
        run(Opcode.GEN_DIG, 0x02, 6, new byte[] { 0x15, 0x02, 0x06, 0x00 });
        assertArrayEquals(bytes(GEN_DIG, "tempkey_after"), tempKey());
        JsonObject write = Vectors.hostCalculation("encrypted_write_slot5");
        run(CommandPacket.parse(bytes(write, "full_packet")).orElseThrow());
        assertArrayEquals(bytes(write, "plain"), chip.image().block(5, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x41, 0x01 })
    void macOverSlot5(int mode) {
        randomNonce();
        for (JsonElement element : Vectors.load("host_calcs.json").getAsJsonArray("cases")) {
            JsonObject vector = element.getAsJsonObject();
            if (vector.get("case").getAsString().equals("mac_slot5_tempkey") && vector.get("mode").getAsInt() == mode) {
                assertArrayEquals(bytes(vector, "mac"), run(Opcode.MAC, mode, 5));
                return;
            }
        }
        throw new AssertionError("No vector for mode " + mode);
    }

    @Test
    void checkMacOverSlot5() {
        JsonObject vector = Vectors.hostCalculation("checkmac_mode0_slot5");
        run(Opcode.CHECK_MAC, 0x00, 5, Bench.concat(bytes(vector, "challenge"), bytes(vector, "client_resp"),
                bytes(vector, "other_data")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "pubkey_validate", "pubkey_invalidate" })
    void validityOfTheRotatingKey(String name) {
        JsonObject vector = Vectors.hostCalculation(name);
        byte[] authority = HexFormat.of().parseHex("44".repeat(32));
        boolean invalidate = name.endsWith("invalidate");
        EccPublicKey key = EccPublicKey.of(bytes(vector, "public_key"));
        EepromImage image = Bench.prototypeImage().withPrivateKey(0, authority).withSlotBytes(14, 0, key.stored());
        chip = chip(image.withSlotBytes(13, 0, PartFactory.publicKey(image, 0).stored()).withValidity(14, invalidate));
        run(Opcode.NONCE, 0x03, 0, bytes(vector, "nonce"));
        run(Opcode.GEN_KEY, 0x10, 14, new byte[3]);
        assertArrayEquals(bytes(vector, "tempkey_pubkey_digest"), tempKey());
        assertEquals(0x5E, chip.sram().tempKey().orElseThrow().flags().encode());
        byte[] signature = JdkCrypto.sign(authority, bytes(vector, "digest_signed_by_slot13_authority"));
        run(Opcode.VERIFY, invalidate ? 0x07 : 0x03, 14, Bench.concat(signature, bytes(vector, "other_data19")));
        assertEquals(!invalidate, chip.image().publicKeyValid(14));
    }

    @Test
    void aSignedMessageAboutAPrivateKey() {
        JsonObject vector = Vectors.hostCalculation("genkey_digest_mode08_slot0");
        // The vendor's calculation starts from a nonce from outside, which slot 0 does not accept: so from inside.
        chip.sram().loadTempKey(new TempKey(bytes(vector, "tempkey"), new TempKeyFlags(0, true, false, true, false),
                false));
        byte[] signature = run(Opcode.SIGN, vector.get("sign_mode").getAsInt(), vector.get("sign_key").getAsInt());
        assertTrue(JdkCrypto.verify(PartFactory.publicKey(chip.image(), 1).bytes(), bytes(vector, "digest"),
                signature));
    }

    @Test
    void theMacThatVerifyAnswersWith() throws Exception {
        JsonObject vector = Vectors.hostCalculation("verify_mac_stored_slot15");
        chip = chip(Bench.prototypeImage().withSlotBytes(6, 0, bytes(vector, "io_key")));
        byte[] buffer = bytes(vector, "msg_dig_buf");
        chip.sram().loadMessageDigestBuffer(buffer);
        CommandPacket packet = CommandPacket.of(Opcode.VERIFY, vector.get("mode").getAsInt(), 15,
                bytes(vector, "signature"));
        // The vendor's signature is made up, so the answer is asked for without the verification before it.
        VerifyMessage message = new VerifyMessage(packet, chip);
        assertArrayEquals(Arrays.copyOf(buffer, 32), message.digest());
        assertArrayEquals(bytes(vector, "mac"), message.answer(message.digest()).payload());
    }

    @Test
    void aDerivedKey() {
        JsonObject vector = Vectors.hostCalculation("derivekey_mode0_slot5_roll");
        // Slot 5 rolls by itself here, which no TrustFLEX part allows.
        chip = chip(Bench.withPolicy(chip.image(), 5, "8F26", "3800"));
        randomNonce();
        run(Opcode.DERIVE_KEY, 0x00, 5);
        assertArrayEquals(bytes(vector, "target"), chip.image().block(5, 0));
    }

    @Test
    void anEncryptedPrivateKey() {
        JsonObject vector = Vectors.hostCalculation("privwrite_slot2_encrypted");
        chip = chip(Bench.withPolicy(chip.image(), 2, "8546", "7300"));
        randomNonce();
        run(Opcode.GEN_DIG, 0x02, 6);
        run(Opcode.PRIV_WRITE, 0x40, 2, Bench.concat(bytes(vector, "cipher36"), bytes(vector, "mac")));
        assertArrayEquals(bytes(vector, "priv36"), chip.image().slot(2));
    }

    @Test
    void theMacOfAStoredBootDigest() {
        JsonObject vector = Vectors.hostCalculation("secureboot_enc_mac");
        chip = chip(chip.image().withSlotBytes(7, 0, bytes(vector, "digest")));
        randomNonce();
        assertArrayEquals(bytes(vector, "tempkey"), tempKey());
        assertArrayEquals(bytes(vector, "mac_fullstore_fulldig"),
                run(Opcode.SECURE_BOOT, 0x86, 0, bytes(vector, "digest_enc")));
    }

    @Test
    void anOutputThatTheIoKeyReads() {
        JsonObject vector = Vectors.hostCalculation("io_decrypt");
        entropy.next(bytes(vector, "out_nonce"));
        randomNonce();
        // The plain text of the vendor's vector is made up, so any secret is encrypted with its key and nonce.
        byte[] plain = run(Opcode.ECDH, 0x0C, 0, PartFactory.publicKey(chip.image(), 2).bytes());
        byte[] stream = EncryptedWrite.exclusiveOr(bytes(vector, "cipher"), bytes(vector, "plain"));
        byte[] answer = run(Opcode.ECDH, 0x0E, 0, PartFactory.publicKey(chip.image(), 2).bytes());
        assertArrayEquals(Bench.concat(EncryptedWrite.exclusiveOr(stream, plain), bytes(vector, "out_nonce")), answer);
    }
}
