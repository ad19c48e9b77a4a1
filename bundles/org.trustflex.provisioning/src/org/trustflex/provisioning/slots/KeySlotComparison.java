package org.trustflex.provisioning.slots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.PendingKeys;

/** Compares slots with the project's key files. */
final class KeySlotComparison {

    private final Project project;
    private final Map<Integer, Instant> proven;

    /** @param proven slot number to the time of the last proof by the element that is compared */
    KeySlotComparison(Project project, Map<Integer, Instant> proven) {
        this.project = project;
        this.proven = proven;
    }

    /** A secret can't be read: the last proof counts, unless the file was changed after it. */
    SlotComparison secret(SlotReport report) {
        DurableFile file = project.privateResource(KeyFile.secretName(report.slot()));
        if (!file.exists()) {
            return missing(report, file);
        }
        try {
            byte[] secret = KeyFile.readSecret(file, KeyFile.secretLength(report.slot()));
            Arrays.fill(secret, (byte) 0);
        } catch (BadFile damaged) {
            return unusable(file, damaged);
        }
        Optional<Instant> proof = proofOf(report.slot());
        if (proof.isEmpty()) {
            return comparison(Comparison.UNKNOWN, file, proof, "secret.unproven");
        }
        if (changedAfter(file.path(), proof.get())) {
            return comparison(Comparison.UNKNOWN, file, proof, "secret.changed");
        }
        return comparison(Comparison.MATCHES, file, proof, "secret.matches");
    }

    SlotComparison publicKey(SlotReport report) {
        return publicKey(report, "key.differs");
    }

    /** Slot 14 may hold the pending key of a rotation whose last step has not been run. */
    SlotComparison rotatingKey(SlotReport report) {
        boolean pending = report.publicKey().isPresent() && PendingKeys.contain(project, report.publicKey().get());
        SlotComparison plain = publicKey(report, pending ? "rotating.pending" : "rotating.differs");
        return plain.result() == Comparison.MATCHES && report.state() == SlotState.INVALIDATED
                ? new SlotComparison(plain.result(), plain.file(), plain.proven(),
                        Messages.text("compare.rotating.invalid", plain.fileName()))
                : plain;
    }

    private SlotComparison publicKey(SlotReport report, String differs) {
        DurableFile file = project.privateResource(KeyFile.keyPairName(report.slot()));
        if (!file.exists()) {
            return missing(report, file);
        }
        EccPublicKey own;
        try {
            own = KeyFile.readKeyPair(file).publicKey();
        } catch (BadFile damaged) {
            return unusable(file, damaged);
        }
        if (report.publicKey().isPresent() && report.publicKey().get().equals(own)) {
            return comparison(Comparison.MATCHES, file, proofOf(report.slot()), "key.matches");
        }
        return comparison(Comparison.DIFFERS, file, Optional.empty(),
                report.state() == SlotState.EMPTY ? "key.notyet" : differs);
    }

    private static SlotComparison missing(SlotReport report, DurableFile file) {
        String sentence = report.state() == SlotState.EMPTY ? "file.none" : "file.missing";
        return comparison(Comparison.MISSING, file, Optional.empty(), sentence);
    }

    private static SlotComparison unusable(DurableFile file, BadFile damaged) {
        return new SlotComparison(Comparison.UNKNOWN, file.path(), Optional.empty(), damaged.getMessage());
    }

    private static SlotComparison comparison(Comparison result, DurableFile file, Optional<Instant> proof,
            String sentence) {
        return new SlotComparison(result, file.path(), proof,
                Messages.text("compare." + sentence, file.path().getFileName()));
    }

    private Optional<Instant> proofOf(int slot) {
        return Optional.ofNullable(proven.get(slot));
    }

    private static boolean changedAfter(Path file, Instant proof) {
        try {
            // The time of a proof is kept in whole seconds.
            return Files.getLastModifiedTime(file).toInstant().isAfter(proof.plusSeconds(1));
        } catch (IOException unknown) {
            return true;
        }
    }
}
