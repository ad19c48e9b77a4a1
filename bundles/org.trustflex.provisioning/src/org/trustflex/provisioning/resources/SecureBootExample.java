package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.host.Sha256;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.certificates.keys.P256PublicKey;
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
public final class SecureBootExample {

    private static final String NAME = "secureboot_test_app";

    private final Project project;
    private final SecureRandom random;

    SecureBootExample(Project project, SecureRandom random) {
        this.project = project;
        this.random = random;
    }

    /** The names of the files that are made of the image, if there is one. */
    public static List<String> results(Project project) {
        return project.sharedResource(NAME + ".bin").exists()
                ? List.of(NAME + ".h", NAME + "_sign.bin", NAME + "_sign.h")
                : List.of();
    }

    /** Signs the image; a signature that is still good is kept. */
    void signIfPresent(Steps steps) throws BadFile {
        DurableFile image = project.sharedResource(NAME + ".bin");
        if (!image.exists()) {
            return;
        }
        byte[] application = image.read();
        byte[] digest = Sha256.of(application);
        P256KeyPair key = KeyFile.readKeyPair(
                project.privateResource(KeyFile.keyPairName(SlotPurpose.SECURE_BOOT_PUBLIC_KEY.slot())));
        DurableFile signatureFile = project.sharedResource(NAME + "_sign.bin");
        Optional<EcdsaSignature> kept = read(signatureFile)
                .filter(signature -> new P256PublicKey(key.publicKey()).verifies(digest, signature));
        EcdsaSignature signature = kept.isPresent() ? kept.get() : key.sign(digest, random);
        project.sharedResource(NAME + ".h").writeText(CArray.define(NAME, application));
        signatureFile.write(signature.bytes());
        project.sharedResource(NAME + "_sign.h").writeText(CArray.define(NAME + "_sign", signature.bytes()));
        steps.line(Messages.text(kept.isPresent() ? "secureboot.kept" : "secureboot.done"));
    }

    private static Optional<EcdsaSignature> read(DurableFile file) throws BadFile {
        byte[] content = file.exists() ? file.read() : new byte[0];
        return content.length == EcdsaSignature.LENGTH ? Optional.of(EcdsaSignature.of(content)) : Optional.empty();
    }
}
