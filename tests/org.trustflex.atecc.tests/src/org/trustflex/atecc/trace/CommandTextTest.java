package org.trustflex.atecc.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;

class CommandTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "VERIFY | 03 | 000E | Verify(validate) slot 14",
            "VERIFY | 07 | 000E | Verify(invalidate) slot 14",
            "VERIFY | 22 | 0004 | Verify(external)",
            "VERIFY | 20 | 000E | Verify(stored) slot 14",
            "WRITE  | 82 | 0170 | Write(block 1) slot 14",
            "WRITE  | C2 | 0028 | Write(block 0, encrypted) slot 5",
            "READ   | 80 | 0008 | Read(configuration zone, block 1)",
            "READ   | 02 | 0070 | Read(block 0 word 0) slot 14",
            "GEN_KEY| 10 | 000E | GenKey(public key digest) slot 14",
            "NONCE  | 03 | 0000 | Nonce(pass-through to TempKey)",
            "NONCE  | 43 | 0000 | Nonce(pass-through to message digest buffer)",
            "LOCK   | 36 | 0000 | Lock(slot) slot 13",
            "INFO   | 01 | 000E | Info(key valid) slot 14",
            "SHA    | 03 | 000D | SHA(public) slot 13",
            "SHA    | 01 | 0008 | SHA(update)",
            "COUNTER| 01 | 0001 | Counter(increment counter 1)",
            "ECDH   | 0E | 0002 | ECDH(to output, encrypted) slot 2",
            "ECDH   | 0D | 0000 | ECDH(key in TempKey, to output)",
            "ECDH   | 00 | 0000 | ECDH(as the policy says) slot 0",
            "AES    | 40 | 0009 | AES(encrypt, key 1) slot 9",
            "AES    | 01 | FFFF | AES(decrypt, key 0)",
            "AES    | 03 | 0000 | AES(multiply)",
            "KDF    | 4A | 0905 | KDF(HKDF, to slot) slot 5",
            "KDF    | 14 | 0000 | KDF(PRF, to output, encrypted)",
            "SECURE_BOOT | 07 | 0000 | SecureBoot(full copy)",
            "SECURE_BOOT | 86 | 0000 | SecureBoot(full store, encrypted)",
            "PRIV_WRITE  | 40 | 0002 | PrivWrite(encrypted) slot 2",
            "DERIVE_KEY  | 04 | 0009 | DeriveKey slot 9",
            "SELF_TEST   | 00 | 0000 | SelfTest(read failures)",
            "SELF_TEST   | 3D | 0000 | SelfTest(mode 3D)",
            "UPDATE_EXTRA| 01 | 006A | UpdateExtra(I2C address)",
            "UPDATE_EXTRA| 02 | 0005 | UpdateExtra(count key use) slot 5",
            "VERIFY | 01 | 000E | Verify(validate external) slot 14",
            "MAC    | 41 | 0005 | MAC slot 5",
            "RANDOM | 00 | 0000 | Random" })
    void aCommandIsNamedAsTheDataSheetNamesIt(Opcode opcode, String param1, String param2, String text) {
        CommandPacket command = CommandPacket.of(opcode, HexFormat.fromHexDigits(param1),
                HexFormat.fromHexDigits(param2));
        assertEquals(text, CommandText.of(command).toString());
    }

    @Test
    void dataIsNeverPartOfIt() {
        byte[] secret = HexFormat.of().parseHex("c0ffee".repeat(10) + "c0ff");
        CommandPacket command = CommandPacket.of(Opcode.WRITE, 0x82, 0x0030, secret);
        assertFalse(CommandText.of(command).toString().contains("c0ffee"));
        assertFalse(command.toString().toLowerCase().contains("c0ffee"));
    }
}
