package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.trustflex.atecc.PersonalizationCommands;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.host.DerivedKeys;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.GenDigs;
import org.trustflex.atecc.host.InternalMessage;
import org.trustflex.atecc.host.Macs;
import org.trustflex.atecc.host.ValidityMessage;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.certificates.keys.P256KeyPair;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody brings a configuration of his own, as the test suites of host libraries do, to the blank part of a board: all of
 * it goes over the kit. The configuration has a slot of each kind that the data sheets know.
 */
class OtherConfigurationTest {

    private static final int SLOT_CONFIG = 20;
    private static final int KEY_CONFIG = 96;
    private static final int CUSTOM = 0xC0;
    private static final byte[] OPEN_LOCKS = HexFormat.of().parseHex("ffffffff00000000".repeat(2));
    /** SlotConfig and KeyConfig as they stand in the zone (508A data sheet, tables 2-8 to 2-12). */
    private static final String[] SLOTS = {
            // 0: a private key made inside, with a limited number of uses; signs and agrees on keys
            "af20 3300",
            // 1: a secret that is read and written encrypted with the key in slot 4
            "c444 1c00",
            // 2: a private key made inside, whose public key is told
            "8720 1300",
            // 3: a private key that may come from outside, encrypted with the key in slot 4
            "8744 3300",
            // 4: the key that encrypts
            "8f0f 3c00",
            // 5: a key that is derived from the one in slot 4
            "8f34 1c00",
            // 6: an AES key
            "8f0f 3800",
            // 7: a key that makes no MAC, only digests
            "9f0f 3c00",
            // 8: data for everybody
            "0f0f 3c00",
            // 9: a key for HMAC
            "8f0f 1c00",
            // 10: data that is never written again
            "0f8f 1c00",
            // 11: a public key
            "0f0f 3000",
            // 12: data for everybody that can't be locked
            "0f0f 1c00",
            // 13: data that takes encrypted writes only
            "0f44 1c00",
            // 14: a public key that the one in slot 15 validates
            "0f1f 3200",
            // 15: the public key of that authority
            "0f0f 3000" };
    private static final byte[] KEY_4 = filled(0x44);
    private static final byte[] KEY_6 = filled(0x66);
    private static final byte[] KEY_7 = filled(0x77);
    private static final byte[] KEY_9 = filled(0x99);
    private static final byte[] DATA = filled(0x5A);
    private static final byte[] CHALLENGE = filled(0xC4);

    private final SecureRandom random = new SecureRandom();
    private final P256KeyPair authority = P256KeyPair.generate(random);
    private final P256KeyPair peer = P256KeyPair.generate(random);

    @TempDir
    Path home;

    private SimulatedBoards boards;

    @BeforeEach
    void aHome() {
        boards = Boards.in(home).simulated();
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private byte[] nonce() {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The configuration, on the bytes of a zone that can't be chosen. */
    private static ConfigurationZone configuration(ConfigurationZone delivered) {
        byte[] bytes = delivered.bytes();
        bytes[16] = (byte) CUSTOM;
        bytes[18] = 0;
        bytes[19] = 0;
        for (int slot = 0; slot < SLOTS.length; slot++) {
            String[] policies = SLOTS[slot].split(" ");
            System.arraycopy(HexFormat.of().parseHex(policies[0]), 0, bytes, SLOT_CONFIG + 2 * slot, 2);
            System.arraycopy(HexFormat.of().parseHex(policies[1]), 0, bytes, KEY_CONFIG + 2 * slot, 2);
        }
        System.arraycopy(OPEN_LOCKS, 0, bytes, ConfigurationZone.COUNTERS, OPEN_LOCKS.length);
        return ConfigurationZone.of(bytes);
    }

    private static SecureElement open(SimulatedBoard board) throws Exception {
        return board.elements().stream().filter(source -> source.i2cAddress() == CUSTOM).findFirst().orElseThrow()
                .open();
    }

    private static void refuses(Executable command) {
        assertEquals(StatusCode.EXECUTION_ERROR, assertThrows(DeviceRefused.class, command).status());
    }

    private static void store(SecureElement element, int slot, EccPublicKey key) throws Exception {
        byte[] stored = Arrays.copyOf(key.stored(), 96);
        for (int block = 0; block < 3; block++) {
            element.writeBlock(slot, block, Arrays.copyOfRange(stored, 32 * block, 32 * block + 32));
        }
    }

    /** Configuration, lock, content, lock. */
    private void personalise(SecureElement element) throws Exception {
        PersonalizationCommands personalization = element.personalization();
        personalization.writeConfiguration(configuration(element.configurationZone()));
        refuses(() -> element.generateKey(0));
        personalization.lockConfiguration();
        refuses(() -> personalization.writeConfiguration(element.configurationZone()));
        element.generateKey(0);
        element.generateKey(2);
        personalization.writePrivateKey(3, filled(0x33));
        element.writeBlock(4, 0, KEY_4);
        element.writeBlock(6, 0, KEY_6);
        element.writeBlock(7, 0, KEY_7);
        element.writeBlock(9, 0, KEY_9);
        element.writeBlock(10, 0, DATA);
        store(element, 11, peer.publicKey());
        store(element, 14, peer.publicKey());
        store(element, 15, authority.publicKey());
        refuses(() -> element.readSlot(8));
        personalization.writeOtp(0, DATA);
        personalization.lockData();
        element.refreshConfigurationZone();
    }

    @Test
    void aBlankPartIsConfiguredLockedPersonalisedAndUsed() throws Exception {
        SimulatedBoard board = boards.create("demo", SimulatedBoardOptions.defaults());
        try (SecureElement element = open(board)) {
            personalise(element);
        }
        try (SecureElement element = open(boards.get("demo"))) {
            assertTrue(element.configurationZone().configurationLocked() && element.configurationZone().dataLocked());
            assertArrayEquals(DATA, Arrays.copyOf(element.readOtp(), 32));
            privateKeys(element);
            secrets(element);
            data(element);
            publicKeys(element);
        }
        // The TrustFLEX part beside it is what it was.
        boards.get("demo").element().open().close();
    }

    private void privateKeys(SecureElement element) throws Exception {
        element.verifyExternal(DATA, element.sign(0, DATA), element.publicKey(0));
        assertEquals(1, element.counter(0), "slot 0 counts its uses");
        element.verifyExternal(DATA, element.sign(2, DATA), element.publicKey(2));
        assertEquals(1, element.counter(0));
        assertArrayEquals(element.ecdh().secret(2, element.publicKey(3)),
                element.ecdh().secret(3, element.publicKey(2)));
        byte[] fromOutside = filled(0x3C);
        element.personalization().writePrivateKeyEncrypted(3, fromOutside, KEY_4, nonce());
        assertEquals(P256KeyPair.of(fromOutside).publicKey(), element.publicKey(3));
        refuses(() -> element.personalization().writePrivateKeyEncrypted(3, fromOutside, KEY_6, nonce()));
        refuses(() -> element.generateKey(3));
        refuses(() -> element.personalization().writePrivateKeyEncrypted(0, fromOutside, KEY_4, nonce()));
    }

    private void secrets(SecureElement element) throws Exception {
        refuses(() -> element.readSlot(1));
        element.writeEncrypted(1, 0, DATA, KEY_4, nonce());
        byte[] tempKey = element.nonceRandom(nonce());
        element.run(CommandPacket.of(Opcode.GEN_DIG, 0x02, 4, GenDigs.parameters(2, 4)));
        byte[] session = GenDigs.dataSlot(4, KEY_4, element.serialNumber(), tempKey);
        byte[] cipherText = element.query(CommandPacket.of(Opcode.READ, 0x82, 1 << 3), 32);
        for (int i = 0; i < cipherText.length; i++) {
            cipherText[i] ^= session[i];
        }
        assertArrayEquals(DATA, cipherText);

        element.nonce(NonceMode.TARGET_TEMPKEY, CHALLENGE);
        element.personalization().deriveKey(5, true);
        byte[] derived = DerivedKeys.derive(KEY_4, 0x04, 5, element.serialNumber(), CHALLENGE);
        assertArrayEquals(Macs.mac(derived, CHALLENGE, 0, 5, new byte[64], element.serialNumber()),
                element.mac(0, 5, CHALLENGE));

        byte[] block = Arrays.copyOf(DATA, 16);
        assertArrayEquals(aes(Arrays.copyOf(KEY_6, 16), block), element.aes().encrypt(6, 0, block));
        refuses(() -> element.aes().encrypt(9, 0, block));
        refuses(() -> element.mac(0, 7, CHALLENGE));
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(KEY_9, "HmacSHA256"));
        assertArrayEquals(hmac.doFinal(DATA), element.sha().hmac(9, DATA));
    }

    private static byte[] aes(byte[] key, byte[] block) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return cipher.doFinal(block);
    }

    private void data(SecureElement element) throws Exception {
        element.writeBlock(8, 12, DATA);
        assertArrayEquals(DATA, Arrays.copyOfRange(element.readSlot(8), 384, 416));
        element.lockSlot(8);
        refuses(() -> element.writeBlock(8, 12, DATA));
        assertArrayEquals(DATA, Arrays.copyOf(element.readSlot(10), 32));
        refuses(() -> element.writeBlock(10, 0, DATA));
        element.writeBlock(12, 0, DATA);
        refuses(() -> element.lockSlot(12));
        refuses(() -> element.writeBlock(13, 0, DATA));
        element.writeEncrypted(13, 0, DATA, KEY_4, nonce());
        assertArrayEquals(DATA, Arrays.copyOf(element.readSlot(13), 32));
    }

    private void publicKeys(SecureElement element) throws Exception {
        element.verifyStored(11, DATA, peer.sign(DATA, random));
        refuses(() -> element.verifyStored(14, DATA, peer.sign(DATA, random)));
        InternalMessage message = ValidityMessage.validate(CHALLENGE, 14, peer.publicKey(),
                element.refreshConfigurationZone());
        element.validate(14, CHALLENGE, authority.sign(message.digest(), random), message.otherData());
        element.verifyStored(14, DATA, peer.sign(DATA, random));
        assertTrue(element.keyValid(14));
        refuses(() -> element.writeBlock(14, 0, DATA));
    }

    private Path file(ConfigurationZone zone) throws Exception {
        StringBuilder text = new StringBuilder();
        for (byte value : zone.bytes()) {
            text.append("0x").append(HexFormat.of().toHexDigits(value)).append(", ");
        }
        return Files.writeString(home.resolve("configuration.txt"), text);
    }

    @Test
    void aConfigurationFromAFileIsInThePartThatIsStillOpenAndComesBackWithAReset() throws Exception {
        boards.create("plain", SimulatedBoardOptions.defaults());
        ConfigurationZone wanted;
        try (SecureElement element = open(boards.get("plain"))) {
            wanted = configuration(element.configurationZone());
        }
        SimulatedBoard board = boards.create("demo",
                SimulatedBoardOptions.defaults().withCustomConfiguration(file(wanted)));
        for (int times = 0; times < 2; times++) {
            try (SecureElement element = open(boards.get("demo"))) {
                ConfigurationZone zone = element.configurationZone();
                assertFalse(zone.configurationLocked() || zone.dataLocked());
                assertArrayEquals(Arrays.copyOfRange(wanted.bytes(), 16, 84), Arrays.copyOfRange(zone.bytes(), 16, 84));
                assertArrayEquals(Arrays.copyOfRange(wanted.bytes(), 90, 128),
                        Arrays.copyOfRange(zone.bytes(), 90, 128));
                assertEquals(board.description().elements().get(0).serialNumber(), element.serialNumber());
                personalise(element);
                privateKeys(element);
            }
            boards.reset("demo");
        }
    }

    @ParameterizedTest
    @CsvSource({ "16, 6C", "16, 6A", "16, 00" })
    void anAddressThatIsTakenOrNoneIsRefused(int at, String value) throws Exception {
        boards.create("plain", SimulatedBoardOptions.defaults());
        byte[] bytes;
        try (SecureElement element = open(boards.get("plain"))) {
            bytes = configuration(element.configurationZone()).bytes();
        }
        bytes[at] = (byte) Integer.parseInt(value, 16);
        Path file = file(ConfigurationZone.of(bytes));
        String message = assertThrows(UnusableBoard.class,
                () -> SimulatedBoardOptions.defaults().withCustomConfiguration(file)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains(value), message);
    }

    @Test
    void aFileThatHoldsNoConfigurationIsNamed() throws Exception {
        Path file = Files.writeString(home.resolve("configuration.txt"), "0x01, 0x23");
        String message = assertThrows(UnusableBoard.class,
                () -> SimulatedBoardOptions.defaults().withCustomConfiguration(file)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("128 bytes"), message);
    }
}
