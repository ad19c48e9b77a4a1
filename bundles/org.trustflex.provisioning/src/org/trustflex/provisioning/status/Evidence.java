package org.trustflex.provisioning.status;

import java.util.Optional;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.slots.ElementSlots;
import org.trustflex.provisioning.slots.ProjectComparison;

/**
 * What the checks go by.
 *
 * @param project    the files
 * @param record     which element they are for, and what it proved
 * @param onTheBoard what was read from the element on the board, if somebody did
 */
record Evidence(Project project, DeviceRecord record, Optional<ElementSlots> onTheBoard) {

    SerialNumber element() {
        return record.serialNumber();
    }

    boolean isAnotherElement() {
        return onTheBoard.isPresent() && !onTheBoard.get().serialNumber().equals(element());
    }

    /** What differs between device and files; nothing is known where nobody read the device. */
    Optional<ProjectComparison> comparison() {
        return onTheBoard.map(slots -> ProjectComparison.of(slots, Optional.of(project)));
    }

    /** The public key in a slot: as it was read, or else as the project's file has it. */
    Optional<EccPublicKey> publicKey(int slot) throws BadFile {
        if (onTheBoard.isPresent()) {
            return onTheBoard.get().report(slot).publicKey();
        }
        return publicKeyInFile(slot);
    }

    Optional<EccPublicKey> publicKeyInFile(int slot) throws BadFile {
        DurableFile file = project.privateResource(KeyFile.keyPairName(slot));
        return file.exists() ? Optional.of(KeyFile.readKeyPair(file)).map(P256KeyPair::publicKey) : Optional.empty();
    }
}
