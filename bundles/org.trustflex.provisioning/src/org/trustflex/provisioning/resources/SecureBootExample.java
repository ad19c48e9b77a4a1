package org.trustflex.provisioning.resources;

import java.security.SecureRandom;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.CArray;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.Steps;

/**
 * The files of the design suite's secure boot example: the application image and its signature by the key of slot 15, as
 * C arrays and raw. The image is the user's; without one there is nothing to do.
 */
final class SecureBootExample {

    private static final String NAME = "secureboot_test_app";

    private final Project project;
    private final SecureRandom random;

    SecureBootExample(Project project, SecureRandom random) {
        this.project = project;
        this.random = random;
    }

    void signIfPresent(Steps steps) throws BadFile {
        DurableFile image = project.sharedResource(NAME + ".bin");
        if (!image.exists()) {
            return;
        }
        byte[] application = image.read();
        int slot = SlotPurpose.SECURE_BOOT_PUBLIC_KEY.slot();
        EcdsaSignature signature = KeyFile.readKeyPair(project.privateResource(KeyFile.keyPairName(slot)))
                .sign(Sha256.of(application), random);
        project.sharedResource(NAME + ".h").writeText(CArray.define(NAME, application));
        project.sharedResource(NAME + "_sign.bin").write(signature.bytes());
        project.sharedResource(NAME + "_sign.h").writeText(CArray.define(NAME + "_sign", signature.bytes()));
        steps.line(Messages.text("secureboot.done"));
    }
}
