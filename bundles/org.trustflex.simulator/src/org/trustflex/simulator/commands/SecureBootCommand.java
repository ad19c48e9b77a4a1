package org.trustflex.simulator.commands;

import java.security.MessageDigest;
import java.util.Arrays;

import org.trustflex.atecc.config.SecureBootConfig;
import org.trustflex.atecc.config.SecureBootConfig.Mode;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.SecureBoots;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.ResponsePacket;
import org.trustflex.atecc.packet.SecureBootMode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.chip.Chip;
import org.trustflex.simulator.chip.KeyUse;
import org.trustflex.simulator.chip.TempKey;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.refusal.CommandRefused;
import org.trustflex.simulator.refusal.RefusalReason;

/** SecureBoot (TFLXTLS data sheet, section 5.2.3). */
final class SecureBootCommand implements Command {

    private static final int DIGEST = 32;
    private static final int ALLOWED_BITS = SecureBootMode.MODE_MASK | SecureBootMode.PROHIBIT
            | SecureBootMode.ENCRYPTED_WITH_MAC;

    @Override
    public Opcode opcode() {
        return Opcode.SECURE_BOOT;
    }

    @Override
    public TempKeyRule tempKeyRule(CommandPacket packet, Chip chip) {
        return encrypted(packet) ? TempKeyRule.USED : TempKeyRule.UNTOUCHED;
    }

    private static boolean encrypted(CommandPacket packet) {
        return (packet.param1() & SecureBootMode.ENCRYPTED_WITH_MAC) != 0;
    }

    private static int mode(CommandPacket packet) {
        return packet.param1() & SecureBootMode.MODE_MASK;
    }

    @Override
    public ResponsePacket execute(CommandPacket packet, Chip chip) throws CommandRefused {
        PacketForm form = new PacketForm(packet).requireModeBits(ALLOWED_BITS).requireParam2(0);
        if (mode(packet) < SecureBootMode.FULL) {
            throw form.illegalMode();
        }
        boolean signatureGiven = mode(packet) != SecureBootMode.FULL_STORE;
        form.requireLength(signatureGiven ? DIGEST + EcdsaSignature.LENGTH : DIGEST);
        chip.requireDataLocked();
        SecureBootConfig config = chip.configuration().secureBoot();
        requireAllowed(packet, chip, config);
        byte[] sessionKey = encrypted(packet) ? sessionKey(chip, config) : new byte[DIGEST];
        byte[] digest = SecureBoots.apply(sessionKey, Arrays.copyOf(packet.data(), DIGEST));
        byte[] signature = signatureGiven ? Arrays.copyOfRange(packet.data(), DIGEST, packet.dataLength())
                : storedSignature(chip, config);
        requireGenuine(digest, signature, chip, config);
        if (mode(packet) == SecureBootMode.FULL_COPY) {
            byte[] kept = config.mode() == Mode.FULL_DIGEST ? digest : signature;
            chip.eeprom().replace(chip.image().withSlotBytes(config.storeSlot(), 0, kept));
        }
        remember(packet, chip, config);
        return encrypted(packet)
                ? ResponsePacket.data(
                        SecureBoots.mac(sessionKey, digest, signature, packet.param1(), packet.param2()))
                : ResponsePacket.status(StatusCode.SUCCESS);
    }

    private static void requireAllowed(CommandPacket packet, Chip chip, SecureBootConfig config)
            throws CommandRefused {
        if (config.mode() == Mode.DISABLED) {
            throw new CommandRefused(RefusalReason.SECURE_BOOT_DISABLED);
        }
        if (chip.secureBootProhibited()) {
            throw new CommandRefused(RefusalReason.SECURE_BOOT_PROHIBITED);
        }
        if (mode(packet) != SecureBootMode.FULL && config.mode() == Mode.FULL_BOTH) {
            throw new CommandRefused(RefusalReason.SECURE_BOOT_STORES_NOTHING);
        }
        if (mode(packet) == SecureBootMode.FULL_COPY && !canStore(chip, config)) {
            throw new CommandRefused(RefusalReason.SECURE_BOOT_STORE_SLOT, config.storeSlot());
        }
    }

    private static boolean canStore(Chip chip, SecureBootConfig config) {
        int slot = config.storeSlot();
        int needed = config.mode() == Mode.FULL_DIGEST ? DIGEST : EcdsaSignature.LENGTH;
        return SlotLayout.size(slot) >= needed && !chip.keyConfig(slot).isPrivate()
                && !chip.configuration().slotLocked(slot);
    }

    private static byte[] sessionKey(Chip chip, SecureBootConfig config) throws CommandRefused {
        byte[] ioKey = chip.requireIoProtectionKey();
        TempKey nonce = chip.requireTempKey();
        if (config.randomNonceNeeded() && nonce.flags().passThrough()) {
            throw new CommandRefused(RefusalReason.TEMPKEY_SOURCE, 0, 1);
        }
        return SecureBoots.sessionKey(ioKey, nonce.first32());
    }

    /** The signature that an earlier SecureBoot kept; none where the digest was kept. */
    private static byte[] storedSignature(Chip chip, SecureBootConfig config) throws CommandRefused {
        requireStored(chip, config);
        return config.mode() == Mode.FULL_DIGEST ? new byte[0]
                : Arrays.copyOf(chip.image().slot(config.storeSlot()), EcdsaSignature.LENGTH);
    }

    private static void requireStored(Chip chip, SecureBootConfig config) throws CommandRefused {
        byte[] first = chip.image().block(config.storeSlot(), 0);
        byte[] erased = new byte[first.length];
        Arrays.fill(erased, (byte) 0xFF);
        if (Arrays.equals(first, new byte[first.length]) || Arrays.equals(first, erased)) {
            throw new CommandRefused(chip.settings().answer(OpenPoint.SECURE_BOOT_NOTHING_STORED),
                    RefusalReason.SECURE_BOOT_NOTHING_STORED, config.storeSlot());
        }
    }

    private static void requireGenuine(byte[] digest, byte[] signature, Chip chip, SecureBootConfig config)
            throws CommandRefused {
        if (signature.length == 0) {
            if (!MessageDigest.isEqual(digest, chip.image().block(config.storeSlot(), 0))) {
                throw new CommandRefused(RefusalReason.SECURE_BOOT_DIGEST_MISMATCH, config.storeSlot());
            }
            return;
        }
        KeyUse key = new KeyUse(chip, config.publicKeySlot()).requirePublic();
        if (key.keyConfig().needsValidation() && !chip.image().publicKeyValid(key.slot())) {
            throw new CommandRefused(RefusalReason.PUBLIC_KEY_NOT_VALID, key.slot());
        }
        VerifyCommand.requireFits(chip.image().publicKey(key.slot()), digest, EcdsaSignature.of(signature), chip);
    }

    private static void remember(CommandPacket packet, Chip chip, SecureBootConfig config) {
        if (config.setsLatch()) {
            chip.setPersistentLatch(true);
        }
        if ((packet.param1() & SecureBootMode.PROHIBIT) != 0) {
            chip.setSecureBootProhibited(true);
        }
    }
}
