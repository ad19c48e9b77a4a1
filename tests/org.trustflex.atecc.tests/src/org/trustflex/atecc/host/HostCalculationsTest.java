package org.trustflex.atecc.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.Revision;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.vectors.Vectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Every host calculation is judged by what the vendor's library computes. */
class HostCalculationsTest {

    private static final SerialNumber SERIAL = new SerialNumber("01233E8A1491F2A601");
    private static final ConfigurationZone ZONE = TrustFlexProfile.PROTOTYPE.zone(SERIAL, new Revision("00006003"));

    private static byte[] bytes(JsonObject vector, String member) {
        return Vectors.bytes(vector, member);
    }

    private static byte[] tempKeyAfterNonce() {
        return bytes(Vectors.hostCalculation("nonce_random_mode0"), "tempkey");
    }

    @Test
    void aRandomNonceGivesTheVendorsTempKey() {
        JsonObject vector = Vectors.hostCalculation("nonce_random_mode0");
        assertArrayEquals(bytes(vector, "tempkey"),
                Nonces.random(bytes(vector, "rand_out"), bytes(vector, "num_in"), 0, 0));
    }

    @Test
    void genDigOverSlot6GivesTheVendorsSessionKey() {
        JsonObject vector = Vectors.hostCalculation("gendig_data_slot6");
        assertArrayEquals(bytes(vector, "tempkey_after"),
                GenDigs.dataSlot(6, bytes(vector, "slot_value"), SERIAL, tempKeyAfterNonce()));
    }

    @Test
    void anEncryptedWriteIsTheVendorsPacketByteForByte() {
        JsonObject vector = Vectors.hostCalculation("encrypted_write_slot5");
        byte[] session = bytes(Vectors.hostCalculation("gendig_data_slot6"), "tempkey_after");
        int param1 = vector.get("param1").getAsInt();
        int param2 = vector.get("param2").getAsInt();
        EncryptedWrite write = EncryptedWrite.of(session, param1, param2, SERIAL, bytes(vector, "plain"));
        assertArrayEquals(bytes(vector, "ciphertext"), write.cipherText());
        assertArrayEquals(bytes(vector, "mac"), write.mac());
        assertArrayEquals(bytes(vector, "full_packet"),
                CommandPacket.of(Opcode.WRITE, param1, param2, write.data()).encode());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x41, 0x01 })
    void aMacOverSlot5IsTheVendors(int mode) {
        for (JsonElement element : Vectors.load("host_calcs.json").getAsJsonArray("cases")) {
            JsonObject vector = element.getAsJsonObject();
            if (vector.get("case").getAsString().equals("mac_slot5_tempkey") && vector.get("mode").getAsInt() == mode) {
                assertArrayEquals(bytes(vector, "mac"),
                        Macs.mac(bytes(vector, "key"), tempKeyAfterNonce(), mode, 5, new byte[64], SERIAL));
                return;
            }
        }
        throw new AssertionError("No vector for mode " + mode);
    }

    @Test
    void theResponseForCheckMacIsTheVendors() {
        JsonObject vector = Vectors.hostCalculation("checkmac_mode0_slot5");
        byte[] key = bytes(Vectors.hostCalculation("mac_slot5_tempkey"), "key");
        assertArrayEquals(bytes(vector, "client_resp"), Macs.checkMac(key, bytes(vector, "challenge"), 0,
                bytes(vector, "other_data"), new byte[64], SERIAL));
    }

    @ParameterizedTest
    @ValueSource(strings = { "pubkey_validate", "pubkey_invalidate" })
    void theMessageThatAnAuthoritySignsIsTheVendors(String name) {
        JsonObject vector = Vectors.hostCalculation(name);
        byte[] nonce = bytes(vector, "nonce");
        EccPublicKey key = EccPublicKey.of(bytes(vector, "public_key"));
        InternalMessage message = name.endsWith("invalidate") ? ValidityMessage.invalidate(nonce, 14, key, ZONE)
                : ValidityMessage.validate(nonce, 14, key, ZONE);
        assertArrayEquals(bytes(vector, "tempkey_pubkey_digest"), PublicKeyDigest.of(nonce, new byte[3], SERIAL, key));
        assertArrayEquals(bytes(vector, "message55"), message.bytes());
        assertArrayEquals(bytes(vector, "other_data19"), message.otherData());
        assertArrayEquals(bytes(vector, "digest_signed_by_slot13_authority"), message.digest());
        assertEquals(message, InternalMessage.rebuild(bytes(vector, "tempkey_pubkey_digest"), message.otherData(),
                SERIAL));
    }

    @Test
    void anInternalSignMessageAboutAPrivateKeyIsTheVendors() {
        JsonObject vector = Vectors.hostCalculation("genkey_digest_mode08_slot0");
        TempKeyFlags flags = new TempKeyFlags(0, true, false, true, false);
        InternalMessage message = InternalMessage.of(bytes(vector, "tempkey"), vector.get("sign_mode").getAsInt(),
                vector.get("sign_key").getAsInt(), flags, false, ZONE);
        assertArrayEquals(bytes(vector, "message55"), message.bytes());
        assertArrayEquals(bytes(vector, "digest"), message.digest());
    }

    @Test
    void theStoredFormOfAKeyIsTheOneOfTheRotationVectors() {
        JsonObject vector = Vectors.load("rotation_signed.json");
        EccPublicKey key = EccPublicKey.of(bytes(vector, "rotating_public"));
        byte[] stored = key.stored();
        stored[0] = 0x50;
        assertArrayEquals(bytes(vector, "slot14_stored_valid"), stored);
        assertEquals(key, EccPublicKey.fromStored(bytes(vector, "slot14_stored_invalid")));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1 })
    void theVerifyPacketsOfTheRotationVectorsComeOut(int index) {
        JsonObject vectors = Vectors.load("rotation_signed.json");
        JsonObject vector = vectors.getAsJsonArray("cases").get(index).getAsJsonObject();
        boolean invalidate = vector.get("mode").getAsString().equals("invalidate");
        EccPublicKey key = EccPublicKey.of(bytes(vectors, "rotating_public"));
        byte[] nonce = bytes(vectors, "nonce");
        InternalMessage message = invalidate ? ValidityMessage.invalidate(nonce, 14, key, ZONE)
                : ValidityMessage.validate(nonce, 14, key, ZONE);
        assertArrayEquals(bytes(vector, "digest"), message.digest());
        byte[] data = HexFormat.of().parseHex(vector.get("signature").getAsString()
                + HexFormat.of().formatHex(message.otherData()));
        String packet = HexFormat.of()
                .formatHex(CommandPacket.of(Opcode.VERIFY, invalidate ? 7 : 3, 14, data).encode());
        assertEquals(vector.get("verify_packet_without_crc").getAsString(), packet.substring(0, packet.length() - 4));
    }

    @Test
    void anEncryptedOutputIsReadAsTheVendorReadsIt() {
        JsonObject vector = Vectors.hostCalculation("io_decrypt");
        assertArrayEquals(bytes(vector, "plain"),
                IoProtection.apply(bytes(vector, "io_key"), bytes(vector, "out_nonce"), bytes(vector, "cipher")));
    }

    @Test
    void secureBootIsEncryptedAndProvenAsTheVendorDoes() {
        JsonObject vector = Vectors.hostCalculation("secureboot_enc_mac");
        byte[] ioKey = bytes(Vectors.hostCalculation("io_decrypt"), "io_key");
        byte[] digest = bytes(vector, "digest");
        byte[] session = SecureBoots.sessionKey(ioKey, bytes(vector, "tempkey"));
        assertArrayEquals(bytes(vector, "hashed_key"), session);
        assertArrayEquals(bytes(vector, "digest_enc"), SecureBoots.apply(session, digest));
        assertArrayEquals(bytes(vector, "mac_fullstore_fulldig"),
                SecureBoots.mac(session, digest, new byte[0], 0x86, 0));
        assertArrayEquals(bytes(vector, "mac_fullcopy"),
                SecureBoots.mac(session, digest, bytes(vector, "signature"), 0x87, 0));
    }

    @Test
    void theMacOfVerifyIsTheVendors() {
        JsonObject vector = Vectors.hostCalculation("verify_mac_stored_slot15");
        byte[] buffer = bytes(vector, "msg_dig_buf");
        assertArrayEquals(bytes(vector, "mac"), VerifyMacs.mac(bytes(vector, "io_key"), Arrays.copyOf(buffer, 32),
                Arrays.copyOfRange(buffer, 32, 64), EcdsaSignature.of(bytes(vector, "signature")),
                vector.get("mode").getAsInt(), 15));
    }

    @Test
    void aDerivedKeyIsTheVendors() {
        JsonObject vector = Vectors.hostCalculation("derivekey_mode0_slot5_roll");
        byte[] key = bytes(Vectors.hostCalculation("mac_slot5_tempkey"), "key");
        assertArrayEquals(bytes(vector, "target"), DerivedKeys.derive(key, 0, 5, SERIAL, tempKeyAfterNonce()));
    }

    @Test
    void anEncryptedPrivateKeyIsTheVendors() {
        JsonObject vector = Vectors.hostCalculation("privwrite_slot2_encrypted");
        byte[] session = bytes(Vectors.hostCalculation("gendig_data_slot6"), "tempkey_after");
        byte[] key = Arrays.copyOfRange(bytes(vector, "priv36"), 4, 36);
        EncryptedPrivateKey encrypted = EncryptedPrivateKey.of(session, 2, SERIAL, key);
        assertArrayEquals(bytes(vector, "cipher36"), encrypted.cipherText());
        assertArrayEquals(bytes(vector, "mac"), encrypted.mac());
    }
}
