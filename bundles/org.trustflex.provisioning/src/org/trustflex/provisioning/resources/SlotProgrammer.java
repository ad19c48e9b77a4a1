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
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.resources.SlotPlan.Action;
import org.trustflex.provisioning.rotation.Validity;

/** Carries out the plan of one key slot: save, program, prove. */
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

    /** Returns whether the slot now provably holds the key in its file. */
    boolean execute(SlotPlan plan, Steps steps) throws ElementException, ProvisioningException {
        int slot = plan.slot();
        if (plan.action() == Action.CREATE) {
            files.create(slot);
        }
        boolean proven = SlotKind.of(slot) == SlotKind.SECRET ? secret(plan, steps) : publicKey(plan);
        steps.line(Messages.text(lineKey(plan), slot, files.file(slot).path().getFileName()));
        return proven;
    }

    private static String lineKey(SlotPlan plan) {
        String kind = SlotKind.of(plan.slot()) == SlotKind.SECRET ? "slot.secret." : "slot.public.";
        return switch (plan.action()) {
            case KEEP -> kind + "kept";
            case PROGRAM -> kind + "programmed";
            case CREATE -> kind + "created";
            case LEAVE_VALID -> "slot.rotating.left";
            case LEAVE_ROTATING -> "slot.rotating.pending";
        };
    }

    private boolean secret(SlotPlan plan, Steps steps) throws ElementException, ProvisioningException {
        int slot = plan.slot();
        byte[] secret = files.readSecret(slot);
        try {
            files.writeHeader(slot, secret);
            if (plan.action().writes()) {
                writeSecret(slot, secret, steps);
                require(proof.holdsSecret(slot, secret), slot);
            }
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        return true;
    }

    private void writeSecret(int slot, byte[] secret, Steps steps) throws ElementException, ProvisioningException {
        if (element.configurationZone().slotConfig(slot).writePolicy() == WritePolicy.ENCRYPTED) {
            writeEncrypted(slot, secret, steps);
            return;
        }
        for (int offset = 0; offset < secret.length; offset += SlotLayout.BLOCK_SIZE) {
            byte[] block = Arrays.copyOfRange(secret, offset, offset + SlotLayout.BLOCK_SIZE);
            element.writeBlock(slot, offset / SlotLayout.BLOCK_SIZE, block);
        }
    }

    private void writeEncrypted(int slot, byte[] secret, Steps steps) throws ElementException, ProvisioningException {
        byte[] protectionKey = files.readSecret(TrustFlexProfile.IO_PROTECTION_SLOT);
        byte[] hostNonce = new byte[Nonces.INPUT_LENGTH];
        random.nextBytes(hostNonce);
        element.writeEncrypted(slot, 0, secret, protectionKey, hostNonce);
        Arrays.fill(protectionKey, (byte) 0);
        steps.line("");
        steps.line(Messages.text("slot.note"));
        steps.line("");
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
