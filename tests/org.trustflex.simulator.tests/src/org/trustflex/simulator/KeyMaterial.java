package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trustflex.atecc.packet.Opcode.CHECK_MAC;
import static org.trustflex.atecc.packet.Opcode.GEN_KEY;

import java.util.HexFormat;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Macs;
import org.trustflex.simulator.eeprom.EepromImage;

/** Keys, signatures and parts that hold them, for the rules of GenKey, Sign and Verify. */
final class KeyMaterial {

    static final byte[] PRIVATE = HexFormat.of().parseHex("33".repeat(32));
    static final byte[] PUBLIC = PartFactory.publicKey(Bench.prototypeImage().withPrivateKey(0, PRIVATE), 0)
            .bytes();
    static final byte[] DIGEST = Bench.ANY_32;
    static final byte[] SIGNATURE = JdkCrypto.sign(PRIVATE, DIGEST);
    static final byte[] STORED = EccPublicKey.of(PUBLIC).stored();
    static final EepromImage WITH_PUBLIC_KEYS = Bench.prototypeImage().withSlotBytes(13, 0, STORED)
            .withSlotBytes(15, 0, STORED).withSlotBytes(14, 0, STORED);
    static final EepromImage VALID_14 = WITH_PUBLIC_KEYS.withValidity(14, true);
    static final EepromImage EMPTY_SLOTS = Bench.prototypeImage().withPrivateKey(2, new byte[32])
            .withPrivateKey(3, HexFormat.of().parseHex("FF".repeat(32)));

    private KeyMaterial() {
    }

    static void digestOfSlot14(Bench bench) {
        bench.fixedNonce();
        bench.accepts(GEN_KEY, 0x10, 14, new byte[3]);
        assertEquals(14, bench.element().state().tempKey().orElseThrow().keyId());
    }

    /** CheckMac with the key of slot 9, which is all zeros. */
    static void authorize(Bench bench) {
        byte[] response = Macs.checkMac(new byte[32], DIGEST, 0, new byte[13], Bench.otp(), Bench.SERIAL);
        bench.accepts(CHECK_MAC, 0x00, 9, Bench.concat(DIGEST, response, new byte[13]));
    }
}
