package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.util.Arrays;

import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.SymmetricKeyPem;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.CArray;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.OldKeys;
import org.trustflex.provisioning.Project;

/** The key files of the slots. A file that is replaced is kept aside first. */
final class ResourceFiles {

    private final Project project;
    private final SecureRandom random;

    ResourceFiles(Project project, SecureRandom random) {
        this.project = project;
        this.random = random;
    }

    DurableFile secretFile(int slot) {
        return project.privateResource(KeyFile.secretName(slot));
    }

    DurableFile keyPairFile(int slot) {
        return project.privateResource(KeyFile.keyPairName(slot));
    }

    /** The slot's file, whichever kind it is. */
    DurableFile file(int slot) {
        return SlotKind.of(slot) == SlotKind.SECRET ? secretFile(slot) : keyPairFile(slot);
    }

    byte[] readSecret(int slot) throws BadFile {
        return KeyFile.readSecret(secretFile(slot), KeyFile.secretLength(slot));
    }

    P256KeyPair readKeyPair(int slot) throws BadFile {
        return KeyFile.readKeyPair(keyPairFile(slot));
    }

    /** Makes a new key, saves it, and only then returns, so that it can be programmed without being lost. */
    void create(int slot) throws BadFile {
        DurableFile file = file(slot);
        new OldKeys(project).keep(file);
        if (SlotKind.of(slot) == SlotKind.SECRET) {
            byte[] secret = new byte[KeyFile.secretLength(slot)];
            random.nextBytes(secret);
            file.writeText(SymmetricKeyPem.write(secret));
            writeHeader(slot, secret);
            Arrays.fill(secret, (byte) 0);
        } else {
            file.writeText(P256KeyPair.generate(random).toPem());
        }
    }

    /** Writes the C array of a secret if it is missing; one that says something else is kept aside first. */
    void writeHeader(int slot, byte[] secret) throws BadFile {
        DurableFile header = project.privateResource(KeyFile.secretHeaderName(slot));
        String text = CArray.define("slot_" + slot + "_secret_key", secret);
        if (!header.exists() || !header.readText().equals(text)) {
            new OldKeys(project).keep(header);
            header.writeText(text);
        }
    }
}
