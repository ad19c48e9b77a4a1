package org.trustflex.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.atecc.reason.Explanation;
import org.trustflex.atecc.reason.ProbableCause;
import org.trustflex.atecc.reason.ProbableReason;
import org.trustflex.simulator.eeprom.EepromImage;
import org.trustflex.simulator.refusal.Refusal;
import org.trustflex.simulator.refusal.RefusalReason;

/**
 * How often the reason that is predicted from a configuration zone, as for a real part, is the one by which the simulated
 * part refused: every command and mode on every slot, after a fresh wake, after a random nonce and after one from outside.
 */
class PredictedReasonTest {

    /** The share of refusals that must be explained rightly. */
    private static final double WANTED = 0.95;
    private static final Set<RefusalReason> VOLATILE = EnumSet.of(RefusalReason.TEMPKEY_INVALID,
            RefusalReason.TEMPKEY_SOURCE, RefusalReason.TEMPKEY_NOT_A_DIGEST, RefusalReason.TEMPKEY_NO_MAC,
            RefusalReason.TEMPKEY_HOLDS_PRIVATE_KEY, RefusalReason.TEMPKEY_HOLDS_NO_PRIVATE_KEY,
            RefusalReason.MESSAGE_BUFFER_EMPTY, RefusalReason.MESSAGE_BUFFER_SHORT, RefusalReason.RANDOM_NONCE_NEEDED,
            RefusalReason.ALTERNATE_KEY_BUFFER_EMPTY, RefusalReason.KDF_SOURCE_SHORT, RefusalReason.TEMPKEY_SHORT);
    private static final Map<ProbableCause, Set<RefusalReason>> MEANING = new EnumMap<>(ProbableCause.class);

    static {
        MEANING.put(ProbableCause.TEMPKEY, VOLATILE);
        means(ProbableCause.KEYUSE_RANDOM, RefusalReason.RANDOM_NONCE_NEEDED, RefusalReason.TEMPKEY_INVALID,
                RefusalReason.TEMPKEY_SOURCE);
        means(ProbableCause.READ_PRIVATE, RefusalReason.READ_PRIVATE_KEY);
        means(ProbableCause.READ_SECRET, RefusalReason.READ_SECRET);
        means(ProbableCause.WRITE_PRIVATE, RefusalReason.WRITE_PRIVATE_KEY);
        means(ProbableCause.WRITE_NEVER, RefusalReason.WRITE_NEVER);
        means(ProbableCause.WRITE_VALID, RefusalReason.WRITE_KEY_IS_VALID);
        means(ProbableCause.WRITE_WORD, RefusalReason.WRITE_WORD_OF_SECRET);
        means(ProbableCause.WRITE_ENCRYPTED, RefusalReason.WRITE_NEEDS_ENCRYPTION);
        means(ProbableCause.WRITE_CLEARONLY, RefusalReason.WRITE_TAKES_NO_ENCRYPTION);
        means(ProbableCause.WRITE_WRONGKEY, RefusalReason.WRITE_KEY_NOT_LOADED, RefusalReason.WRONG_INPUT_MAC,
                RefusalReason.TEMPKEY_INVALID);
        means(ProbableCause.WRITE_ZONELOCKED, RefusalReason.CONFIGURATION_LOCKED, RefusalReason.OTP_LOCKED);
        means(ProbableCause.LOCKED, RefusalReason.SLOT_LOCKED);
        means(ProbableCause.LOCK_NEVER, RefusalReason.SLOT_NOT_LOCKABLE);
        means(ProbableCause.LOCK_ZONE, RefusalReason.CONFIGURATION_LOCKED, RefusalReason.DATA_LOCKED);
        means(ProbableCause.GENKEY_NOTPUBLIC, RefusalReason.KEY_NOT_PUBLIC);
        means(ProbableCause.GENKEY_NOTPRIVATE, RefusalReason.KEY_NOT_PRIVATE);
        means(ProbableCause.GENKEY_FIXED, RefusalReason.KEY_FIXED);
        means(ProbableCause.GENKEY_EMPTY, RefusalReason.KEY_MISSING);
        means(ProbableCause.SIGN_NOTPRIVATE, RefusalReason.KEY_NOT_PRIVATE);
        means(ProbableCause.SIGN_NOEXTERNAL, RefusalReason.SIGN_EXTERNAL_FORBIDDEN);
        means(ProbableCause.SIGN_NOINTERNAL, RefusalReason.SIGN_INTERNAL_FORBIDDEN);
        means(ProbableCause.VERIFY_NOTPUBLIC, RefusalReason.KEY_NOT_PUBLIC);
        means(ProbableCause.VERIFY_NOTVALID, RefusalReason.PUBLIC_KEY_NOT_VALID);
        means(ProbableCause.VALIDATE_NOVALIDITY, RefusalReason.VALIDATION_SLOT,
                RefusalReason.VALIDATION_NOT_CONFIGURED);
        means(ProbableCause.VALIDATE_NOX509, RefusalReason.VALIDATION_NO_X509);
        means(ProbableCause.VALIDATE_TEMPKEY, RefusalReason.TEMPKEY_NOT_KEY_DIGEST, RefusalReason.TEMPKEY_INVALID,
                RefusalReason.OTHER_DATA_MISMATCH);
        means(ProbableCause.KEYUSE_PRIVATE, RefusalReason.KEY_IS_PRIVATE);
        means(ProbableCause.KEYUSE_NOMAC, RefusalReason.KEY_NO_MAC);
        means(ProbableCause.GENDIG_OTHERDATA, RefusalReason.GEN_DIG_NEEDS_OTHER_DATA);
        means(ProbableCause.DERIVEKEY_FORBIDDEN, RefusalReason.DERIVE_KEY_FORBIDDEN);
        means(ProbableCause.PRIVWRITE_FORBIDDEN, RefusalReason.PRIV_WRITE_FORBIDDEN);
        means(ProbableCause.ECDH_FORBIDDEN, RefusalReason.ECDH_FORBIDDEN);
        means(ProbableCause.ECDH_TARGET, RefusalReason.ECDH_RESULT_SLOT, RefusalReason.KEY_IS_PRIVATE,
                RefusalReason.SLOT_LOCKED);
        means(ProbableCause.ECDH_POINT, RefusalReason.PUBLIC_KEY_NOT_ON_CURVE, RefusalReason.KEY_MISSING);
        means(ProbableCause.AES_NOTAES, RefusalReason.KEY_NOT_AES);
        means(ProbableCause.KDF_SOURCE, RefusalReason.KEY_IS_PRIVATE, RefusalReason.KEY_NOT_SYMMETRIC);
        means(ProbableCause.KDF_TARGET, RefusalReason.KDF_TARGET_SLOT, RefusalReason.KEY_IS_PRIVATE,
                RefusalReason.SLOT_LOCKED);
        means(ProbableCause.SHA_ORDER, RefusalReason.SHA_NOT_STARTED, RefusalReason.SHA_CONTEXT_MALFORMED);
        means(ProbableCause.SHA_NOTPUBLIC, RefusalReason.KEY_NOT_PUBLIC);
        means(ProbableCause.SECUREBOOT_PROHIBITED, RefusalReason.TEMPKEY_INVALID, RefusalReason.SECURE_BOOT_PROHIBITED);
        means(ProbableCause.LATCH_DISABLED, RefusalReason.LATCH_NOT_ENABLED);
        means(ProbableCause.NOGPIO, RefusalReason.NO_GPIO);
    }

    private static void means(ProbableCause cause, RefusalReason first, RefusalReason... others) {
        MEANING.put(cause, EnumSet.of(first, others));
    }

    private static CommandPacket of(Opcode opcode, int mode, int param2, int length) {
        return CommandPacket.of(opcode, mode, param2, new byte[length]);
    }

    /** Every command that names a slot, and the others once for each slot too, which does no harm. */
    private static List<CommandPacket> commands(int slot) {
        int address = slot << 3;
        List<CommandPacket> all = new ArrayList<>(List.of(of(Opcode.READ, 0x82, address, 0),
                of(Opcode.READ, 0x02, address, 0), of(Opcode.WRITE, 0x82, address, 32),
                of(Opcode.WRITE, 0x02, address, 4), of(Opcode.WRITE, 0xC2, address, 64),
                of(Opcode.WRITE, 0x80, address, 32), of(Opcode.WRITE, 0x81, 0, 32),
                of(Opcode.LOCK, slot << 2 | 2, 0, 0), of(Opcode.LOCK, 0x80, 0, 0), of(Opcode.LOCK, 0x81, 0, 0),
                of(Opcode.SECURE_BOOT, 0x86, 0, 32), of(Opcode.INFO, 0x03, slot, 0), of(Opcode.INFO, 0x04, 2, 0),
                of(Opcode.SHA, 0x01, 64, 64), of(Opcode.SHA, 0x02, slot, slot), of(Opcode.SHA, 0x03, slot, 0),
                of(Opcode.SHA, 0x04, slot, 0), of(Opcode.SHA, 0x06, 0, 0), of(Opcode.SHA, 0x07, 1, 1),
                of(Opcode.DERIVE_KEY, 0x00, slot, 0), of(Opcode.DERIVE_KEY, 0x04, slot, 32),
                of(Opcode.PRIV_WRITE, 0x40, slot, 68), of(Opcode.PRIV_WRITE, 0x00, slot, 36),
                of(Opcode.CHECK_MAC, 0x00, slot, 77), of(Opcode.CHECK_MAC, 0x01, slot, 77),
                of(Opcode.AES, 0x00, slot, 16), of(Opcode.AES, 0x01, 0xFFFF, 16),
                of(Opcode.NONCE, 0x00, 0x8000, 20)));
        for (int mode : new int[] { 0x00, 0x04, 0x08, 0x0C }) {
            all.add(of(Opcode.GEN_KEY, mode, slot, 0));
            all.add(of(Opcode.ECDH, mode, slot, 64));
        }
        all.add(of(Opcode.GEN_KEY, 0x10, slot, 3));
        all.add(of(Opcode.ECDH, 0x0D, slot, 64));
        for (int mode : new int[] { 0x00, 0x41, 0x80, 0xA0 }) {
            all.add(of(Opcode.SIGN, mode, slot, 0));
        }
        for (int mode : new int[] { 0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x41 }) {
            all.add(of(Opcode.MAC, mode, slot, 32));
        }
        for (int mode : new int[] { 0x00, 0x20, 0x01 }) {
            all.add(of(Opcode.VERIFY, mode, slot, 64));
        }
        for (int mode : new int[] { 0x03, 0x07 }) {
            all.add(of(Opcode.VERIFY, mode, slot, 83));
        }
        all.add(of(Opcode.VERIFY, 0x22, 4, 128));
        for (int zone : new int[] { 2, 5 }) {
            all.add(of(Opcode.GEN_DIG, zone, slot, 0));
        }
        for (int mode : new int[] { 0x52, 0x56, 0x50, 0x53, 0x42, 0x46 }) {
            all.add(CommandPacket.of(Opcode.KDF, mode, slot, (byte) 2, (byte) 0, (byte) 0, (byte) 0));
        }
        all.add(CommandPacket.of(Opcode.KDF, 0x48, slot << 8, (byte) 2, (byte) 0, (byte) 0, (byte) 0));
        return all;
    }

    private record Judged(CommandPacket command, Refusal refusal, Optional<Explanation> predicted) {

        boolean agrees() {
            return predicted.map(Explanation::cause).map(MEANING::get)
                    .filter(reasons -> reasons.contains(refusal.reason())).isPresent();
        }
    }

    private static Stream<EepromImage> parts() {
        EepromImage fresh = Bench.prototypeImage();
        EepromImage locked = fresh.withConfigurationBytes(88, (byte) 0x1C, (byte) 0x04);
        return Stream.of(fresh, fresh.withValidity(14, true), locked);
    }

    private static List<Judged> judged() {
        List<Consumer<Bench>> states = List.of(bench -> bench.element().wake(), Bench::randomNonce, Bench::fixedNonce);
        List<Judged> all = new ArrayList<>();
        for (EepromImage image : parts().toList()) {
            ProbableReason reasons = new ProbableReason(image.configuration());
            for (Consumer<Bench> state : states) {
                SlotLayout.slots().boxed().flatMap((Integer slot) -> commands(slot).stream()).forEach(command -> {
                    Bench bench = Bench.of(image);
                    state.accept(bench);
                    Answer answer = bench.run(command.encode());
                    if (answer.status() == StatusCode.EXECUTION_ERROR) {
                        all.add(new Judged(command, answer.refusal().orElseThrow(),
                                reasons.of(command, answer.status())));
                    }
                });
            }
        }
        return all;
    }

    @Test
    void whatIsPredictedFromTheConfigurationIsWhyTheElementRefused() {
        List<Judged> all = judged();
        List<Judged> wrong = all.stream().filter(judged -> !judged.agrees()).toList();
        double share = 1.0 - (double) wrong.size() / all.size();
        System.out.printf("Predicted reasons: %d of %d refusals explained rightly (%.1f %%)%n",
                all.size() - wrong.size(), all.size(), 100 * share);
        wrong.stream().map(judged -> judged.command() + ": " + judged.refusal().reason() + ", predicted "
                + judged.predicted().map(Explanation::cause)).distinct().limit(40).forEach(System.out::println);
        assertTrue(all.size() > 3000, () -> "only " + all.size() + " refusals were judged");
        assertTrue(share >= WANTED, () -> "only " + share);
    }

    @Test
    void aTextNamesSlotAndRule() {
        ProbableReason reasons = new ProbableReason(Bench.prototypeImage().configuration());
        assertEquals("the private key in slot 1 takes no part in key agreement.",
                reasons.of(of(Opcode.ECDH, 0x0C, 1, 64), StatusCode.EXECUTION_ERROR).map(Explanation::text)
                        .orElseThrow());
    }
}
