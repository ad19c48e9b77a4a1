package org.trustflex.provisioning.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CertificateFiles;
import org.trustflex.provisioning.manifest.LogSignerFiles;
import org.trustflex.provisioning.manifest.ManifestFile;
import org.trustflex.provisioning.plan.PlannedFile.Effect;

/**
 * What an operation would write to disk and to the device. The operation itself decides by what it finds there, and may
 * write less.
 *
 * @param files on disk
 * @param slots of the secure element
 */
public record PlannedWrites(List<PlannedFile> files, List<Integer> slots) {

    private static final List<SlotPurpose> SECRETS = List.of(SlotPurpose.SECRET_KEY, SlotPurpose.IO_PROTECTION_KEY,
            SlotPurpose.AES_KEY);
    private static final List<SlotPurpose> PUBLIC_KEYS = List.of(SlotPurpose.VALIDATION_AUTHORITY,
            SlotPurpose.ROTATING_PUBLIC_KEY, SlotPurpose.SECURE_BOOT_PUBLIC_KEY);
    private static final List<Integer> CERTIFICATE_SLOTS = List.of(10, 11, 12);

    /** Copies the lists. */
    public PlannedWrites {
        files = List.copyOf(files);
        slots = List.copyOf(slots);
    }

    /** The generation of resources. */
    public static PlannedWrites ofResources(Project project, boolean newKeys) {
        Effect existing = newKeys ? Effect.REPLACED : Effect.KEPT_IF_IT_FITS;
        List<String> names = new ArrayList<>();
        for (SlotPurpose secret : SECRETS) {
            names.add(KeyFile.secretName(secret.slot()));
            names.add(KeyFile.secretHeaderName(secret.slot()));
        }
        PUBLIC_KEYS.forEach(key -> names.add(KeyFile.keyPairName(key.slot())));
        List<Integer> slots = Stream.concat(SECRETS.stream(), PUBLIC_KEYS.stream()).map(SlotPurpose::slot).sorted()
                .toList();
        return new PlannedWrites(resources(project, names, existing), slots);
    }

    /** A custom chain for an element. */
    public static PlannedWrites ofCustomChain(Project project, ChainProfile profile, SerialNumber element) {
        List<String> names = List.of(CertificateFiles.ROOT, CertificateFiles.ROOT_KEY,
                CertificateFiles.ROOT_PUBLIC_KEY, CertificateFiles.signer(profile.signerId()),
                CertificateFiles.signerKey(profile.signerId()), CertificateFiles.signerRequest(profile.signerId()),
                CertificateFiles.device(element), CertificateFiles.DEVICE_TEMPLATE, CertificateFiles.KIT_INFO);
        return new PlannedWrites(resources(project, names, Effect.KEPT_IF_IT_FITS), CERTIFICATE_SLOTS);
    }

    /** The chain that the device was delivered with: back into its slots if a custom one took its place. */
    public static PlannedWrites ofDeliveredChain() {
        return new PlannedWrites(List.of(), CERTIFICATE_SLOTS);
    }

    /** The manifest, which changes nothing on the device. */
    public static PlannedWrites ofManifest(Project project) {
        List<PlannedFile> files = new ArrayList<>(resources(project, List.of(ManifestFile.NAME), Effect.REPLACED));
        files.addAll(resources(project, List.of(LogSignerFiles.KEY, LogSignerFiles.CERTIFICATE),
                Effect.KEPT_IF_IT_FITS));
        return new PlannedWrites(files, List.of());
    }

    /** The rotation of the key in slot 14. */
    public static PlannedWrites ofRotation(Project project) {
        int slot = SlotPurpose.ROTATING_PUBLIC_KEY.slot();
        return new PlannedWrites(resources(project, List.of(KeyFile.keyPairName(slot)), Effect.REPLACED),
                List.of(slot));
    }

    private static List<PlannedFile> resources(Project project, List<String> names, Effect existing) {
        return names.stream().map(project.resourcesFolder()::resolve).map(path -> file(path, existing)).toList();
    }

    private static PlannedFile file(Path path, Effect existing) {
        return new PlannedFile(path, Files.exists(path) ? existing : Effect.NEW);
    }
}
