package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.util.Arrays;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.config.WritePolicy;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.host.Nonces;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.resources.SlotPlan.Action;
import org.trustflex.provisioning.rotation.Validity;

/** Carries out the plan of one key slot whose key is saved: program, prove. */
final class SlotProgrammer {

    private final SecureElement element;
    private final ResourceFiles files;
    private final SecureRandom random;
    private final SlotProof proof;

    SlotProgrammer(SecureElement element, ResourceFiles files, SecureRandom random) {
        this.element = element;
        this.files = files;
        this.random = random;
        this.proof = new SlotProof(element, random);
    }

    /** Returns whether the slot now provably holds the key in its file. May be run again. */
    boolean execute(SlotPlan plan) throws ElementException, ProvisioningException {
        return SlotKind.of(plan.slot()) == SlotKind.SECRET ? secret(plan) : publicKey(plan);
    }

    /** Whether the slot takes only what the IO protection key encrypts. */
    boolean writesEncrypted(int slot) {
        return element.configurationZone().slotConfig(slot).writePolicy() == WritePolicy.ENCRYPTED;
    }

    private boolean secret(SlotPlan plan) throws ElementException, ProvisioningException {
        int slot = plan.slot();
        byte[] secret = files.readSecret(slot);
        try {
            files.writeHeader(slot, secret);
            if (plan.action().writes()) {
                writeSecret(slot, secret);
                require(proof.holdsSecret(slot, secret), slot);
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        return true;
    }

    private void writeSecret(int slot, byte[] secret) throws ElementException, ProvisioningException {
        if (writesEncrypted(slot)) {
            writeEncrypted(slot, secret);
            return;
        }
        // The first block last: it is the one that a MAC covers, so that its proof says that the others were written.
        for (int offset = secret.length - SlotLayout.BLOCK_SIZE; offset >= 0; offset -= SlotLayout.BLOCK_SIZE) {
            byte[] block = Arrays.copyOfRange(secret, offset, offset + SlotLayout.BLOCK_SIZE);
            element.writeBlock(slot, offset / SlotLayout.BLOCK_SIZE, block);
        }
    }

    private void writeEncrypted(int slot, byte[] secret) throws ElementException, ProvisioningException {
        byte[] protectionKey = files.readSecret(TrustFlexProfile.IO_PROTECTION_SLOT);
        byte[] hostNonce = new byte[Nonces.INPUT_LENGTH];
        random.nextBytes(hostNonce);
        try {
            element.writeEncrypted(slot, 0, secret, protectionKey, hostNonce);
        } finally {
            Arrays.fill(protectionKey, (byte) 0);
        }
    }

    private boolean publicKey(SlotPlan plan) throws ElementException, ProvisioningException {
        if (plan.action() == Action.LEAVE_VALID || plan.action() == Action.LEAVE_ROTATING) {
            return false;
        }
        int slot = plan.slot();
        EccPublicKey key = files.readKeyPair(slot).publicKey();
        if (plan.action().writes()) {
            if (slot == TrustFlexProfile.ROTATING_SLOT) {
                invalidateFirst();
            }
            writePublicKey(slot, key);
            require(proof.holdsPublicKey(slot, key), slot);
        }
        return true;
    }

    /** Slot 14 can be written only while its key is invalid. The authority in slot 13 is the project's by now. */
    private void invalidateFirst() throws ElementException, ProvisioningException {
        int slot = TrustFlexProfile.ROTATING_SLOT;
        if (element.readValidity(slot)) {
            P256KeyPair authority = files.readKeyPair(TrustFlexProfile.AUTHORITY_SLOT);
            Validity.toInvalidate(element.readPublicKey(slot), element.configurationZone(), authority, random)
                    .invalidate(element);
        }
    }

    private void writePublicKey(int slot, EccPublicKey key) throws ElementException {
        byte[] stored = Arrays.copyOf(key.stored(), SlotLayout.blocks(slot) * SlotLayout.BLOCK_SIZE);
        for (int block = 0; block < SlotLayout.blocks(slot); block++) {
            int offset = block * SlotLayout.BLOCK_SIZE;
            element.writeBlock(slot, block, Arrays.copyOfRange(stored, offset, offset + SlotLayout.BLOCK_SIZE));
        }
    }

    private void require(boolean held, int slot) throws MalformedReply {
        if (!held) {
            throw new MalformedReply(Messages.text("proof.failed", slot,
                    SlotKind.of(slot) == SlotKind.SECRET ? KeyFile.secretName(slot) : KeyFile.keyPairName(slot)));
        }
    }
}
