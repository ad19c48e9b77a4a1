package org.trustflex.provisioning.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.SlotPolicy;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/** Reads what the 16 slots of a TrustFLEX part hold. Changes nothing on the device. */
public final class SlotInspection {

    private static final int VALID = 5;

    /**
     * One report for each slot, in slot order.
     *
     * @throws ElementException      if the element can't be reached
     * @throws ProvisioningException if it is no TrustFLEX part, or the user stopped it
     */
    public List<SlotReport> inspect(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), SlotLayout.SLOT_COUNT);
        try (SecureElement element = source.open()) {
            requireTrustFlex(element);
            List<SlotReport> reports = new ArrayList<>();
            for (int slot = 0; slot < SlotLayout.SLOT_COUNT; slot++) {
                steps.next(Messages.text("step", slot));
                reports.add(inspect(element, slot));
            }
            return List.copyOf(reports);
        }
    }

    private static void requireTrustFlex(SecureElement element) throws NotPossible {
        DeviceRecord.requireTrustFlex(element.configurationZone());
    }

    private static SlotReport inspect(SecureElement element, int slot) throws ElementException {
        SlotPolicy policy = SlotPolicy.of(element.configurationZone(), slot);
        if (policy.keyConfig().isPrivate()) {
            return privateKey(element, policy);
        }
        if (!policy.readableInClear()) {
            return report(policy, SlotState.SECRET, Optional.empty());
        }
        byte[] content = element.readSlot(slot);
        if (isEmpty(content)) {
            return report(policy, SlotState.EMPTY, Optional.empty());
        }
        if (!policy.keyConfig().isP256()) {
            return report(policy, SlotState.DATA, Optional.empty());
        }
        return report(policy, publicKeyState(policy, content), Optional.of(EccPublicKey.fromStored(content)));
    }

    private static SlotReport privateKey(SecureElement element, SlotPolicy policy) throws ElementException {
        try {
            return report(policy, SlotState.PRIVATE_KEY, Optional.of(element.publicKey(policy.slot())));
        } catch (DeviceRefused refused) {
            // A slot without a key, the only refusal that says something about the slot and not about the session.
            if (refused.status() != StatusCode.EXECUTION_ERROR) {
                throw refused;
            }
            return report(policy, SlotState.EMPTY, Optional.empty());
        }
    }

    private static SlotState publicKeyState(SlotPolicy policy, byte[] content) {
        if (!policy.keyConfig().needsValidation()) {
            return SlotState.DATA;
        }
        return (content[0] >> 4 & 0x0F) == VALID ? SlotState.VALID : SlotState.INVALIDATED;
    }

    private static boolean isEmpty(byte[] content) {
        byte first = content[0];
        if (first != 0 && first != (byte) 0xFF) {
            return false;
        }
        for (byte next : content) {
            if (next != first) {
                return false;
            }
        }
        return true;
    }

    private static SlotReport report(SlotPolicy policy, SlotState state, Optional<EccPublicKey> key) {
        return new SlotReport(policy.slot(), SlotPurpose.of(policy.slot()), policy, state, key);
    }
}
