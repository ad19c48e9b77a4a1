package org.trustflex.provisioning.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.slots.Comparison;
import org.trustflex.provisioning.slots.ProjectComparison;
import org.trustflex.provisioning.slots.SlotComparison;

/** Whether the six key slots and their files are as the resource generation leaves them. */
final class ResourceCheck {

    private static final List<SlotPurpose> SECRETS = List.of(SlotPurpose.SECRET_KEY, SlotPurpose.IO_PROTECTION_KEY,
            SlotPurpose.AES_KEY);
    private static final List<SlotPurpose> PUBLIC_KEYS = List.of(SlotPurpose.VALIDATION_AUTHORITY,
            SlotPurpose.ROTATING_PUBLIC_KEY, SlotPurpose.SECURE_BOOT_PUBLIC_KEY);

    private final Evidence evidence;

    ResourceCheck(Evidence evidence) {
        this.evidence = evidence;
    }

    Condition condition() {
        List<String> missing = new ArrayList<>();
        try {
            for (SlotPurpose secret : SECRETS) {
                checkSecret(secret.slot(), missing);
            }
            for (SlotPurpose key : PUBLIC_KEYS) {
                if (evidence.publicKeyInFile(key.slot()).isEmpty()) {
                    missing.add(KeyFile.keyPairName(key.slot()));
                }
            }
        } catch (BadFile damaged) {
            return Condition.damaged(damaged);
        }
        if (!missing.isEmpty()) {
            return attention(Messages.text("resources.missing", String.join(", ", missing)));
        }
        return ofTheDevice();
    }

    private void checkSecret(int slot, List<String> missing) throws BadFile {
        DurableFile file = evidence.project().privateResource(KeyFile.secretName(slot));
        if (!file.exists()) {
            missing.add(KeyFile.secretName(slot));
            return;
        }
        Arrays.fill(KeyFile.readSecret(file, KeyFile.secretLength(slot)), (byte) 0);
    }

    private Condition ofTheDevice() {
        Optional<SlotComparison> different = evidence.comparison().flatMap(ResourceCheck::firstDifference);
        if (different.isPresent()) {
            return attention(different.get().sentence());
        }
        List<Integer> unproven = provenByResources().stream()
                .filter(slot -> !evidence.record().proven().containsKey(slot))
                .toList();
        if (!unproven.isEmpty()) {
            return attention(Messages.text("resources.unproven",
                    unproven.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return Condition.done(Messages.text("resources.done", evidence.element()));
    }

    private static Optional<SlotComparison> firstDifference(ProjectComparison comparison) {
        return provenByResources().stream()
                .flatMap(slot -> comparison.slot(slot).stream())
                .filter(slot -> slot.result() == Comparison.DIFFERS || slot.result() == Comparison.UNKNOWN).findFirst();
    }

    /** Slot 14 apart: once it has been rotated it is the rotation's affair. */
    private static List<Integer> provenByResources() {
        return Stream.concat(SECRETS.stream(), PUBLIC_KEYS.stream())
                .filter(purpose -> purpose != SlotPurpose.ROTATING_PUBLIC_KEY).map(SlotPurpose::slot).sorted().toList();
    }

    private static Condition attention(String sentence) {
        return Condition.of(State.NEEDS_ATTENTION, Action.RESOURCES, sentence);
    }
}
