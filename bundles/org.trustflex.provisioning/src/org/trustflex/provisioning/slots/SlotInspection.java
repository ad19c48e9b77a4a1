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
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.ProgressMonitor;
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
        return read(source, monitor).reports();
    }

    /**
     * The reports with the serial number of the element that they are of.
     *
     * @throws ElementException      if the element can't be reached
     * @throws ProvisioningException if it is no TrustFLEX part, or the user stopped it
     */
    public ElementSlots read(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), SlotLayout.SLOT_COUNT);
        List<SlotReport> reports = new ArrayList<>();
        return FollowThrough.run(source, steps, element -> {
            DeviceRecord.requireTrustFlex(element.configurationZone());
            // After a lost answer the slots that were read already are not read again.
            while (reports.size() < SlotLayout.SLOT_COUNT) {
                int slot = reports.size();
                steps.next(Messages.text("step", slot));
                reports.add(inspect(element, slot));
            }
            return new ElementSlots(element.serialNumber(), reports);
        });
    }

    private static SlotReport inspect(SecureElement element, int slot) throws ElementException {
        SlotPolicy policy = SlotPolicy.of(element.configurationZone(), slot);
        if (policy.keyConfig().isPrivate()) {
            return privateKey(element, policy);
        }
        if (!policy.readableInClear()) {
            return report(policy, SlotState.SECRET, Optional.empty(), Optional.empty());
        }
        SlotContent content = SlotContent.of(element.readSlot(slot));
        return policy.keyConfig().isP256() ? publicKey(policy, content) : data(policy, content);
    }

    private static SlotReport privateKey(SecureElement element, SlotPolicy policy) throws ElementException {
        try {
            return report(policy, SlotState.PRIVATE_KEY, Optional.of(element.publicKey(policy.slot())),
                    Optional.empty());
        } catch (DeviceRefused refused) {
            // A slot without a key, the only refusal that says something about the slot and not about the session.
            if (refused.status() != StatusCode.EXECUTION_ERROR) {
                throw refused;
            }
            return report(policy, SlotState.EMPTY, Optional.empty(), Optional.empty());
        }
    }

    /** Where no key was ever written the validity means nothing, whichever it is. */
    private static SlotReport publicKey(SlotPolicy policy, SlotContent content) {
        byte[] bytes = content.bytes();
        EccPublicKey key = EccPublicKey.fromStored(bytes);
        if (SlotContent.isBlank(key.bytes())) {
            return report(policy, SlotState.EMPTY, Optional.empty(), Optional.of(content));
        }
        SlotState state = SlotState.DATA;
        if (policy.keyConfig().needsValidation()) {
            state = (bytes[0] >> 4 & 0x0F) == VALID ? SlotState.VALID : SlotState.INVALIDATED;
        }
        return report(policy, state, Optional.of(key), Optional.of(content));
    }

    private static SlotReport data(SlotPolicy policy, SlotContent content) {
        return report(policy, content.isBlank() ? SlotState.EMPTY : SlotState.DATA, Optional.empty(),
                Optional.of(content));
    }

    private static SlotReport report(SlotPolicy policy, SlotState state, Optional<EccPublicKey> key,
            Optional<SlotContent> content) {
        return new SlotReport(policy.slot(), SlotPurpose.of(policy.slot()), policy, state, key, content);
    }
}
