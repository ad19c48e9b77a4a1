package org.trustflex.provisioning.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.certificates.authority.ChainProfile;
import org.trustflex.certificates.definition.CDefinition;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.OldKeys;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.CertificateFiles;
import org.trustflex.provisioning.certificates.SlotBackup;
import org.trustflex.provisioning.manifest.LogSignerFiles;
import org.trustflex.provisioning.manifest.ManifestFile;
import org.trustflex.provisioning.plan.PlannedFile.Effect;
import org.trustflex.provisioning.resources.SecureBootExample;
import org.trustflex.provisioning.rotation.FirmwareData;
import org.trustflex.provisioning.rotation.RotationJournal;
import org.trustflex.provisioning.rotation.RotationRecord;

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

    /**
     * The generation of resources.
     *
     * @param newKeys whether keys that are there are replaced
     */
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
        List<PlannedFile> files = new ArrayList<>(resources(project, names, existing));
        files.addAll(resources(project, SecureBootExample.results(project), Effect.KEPT_IF_IT_FITS));
        files.addAll(firmwareData(project));
        files.add(record(project));
        files.addAll(ignores(project));
        if (files.stream().anyMatch(file -> file.effect() == existing)) {
            files.add(oldKeys(project));
        }
        return new PlannedWrites(files, slots);
    }

    /** A custom chain for an element. */
    public static PlannedWrites ofCustomChain(Project project, ChainProfile profile, SerialNumber element) {
        List<String> names = List.of(CertificateFiles.ROOT, CertificateFiles.ROOT_KEY,
                CertificateFiles.ROOT_PUBLIC_KEY, CertificateFiles.signer(profile.signerId()),
                CertificateFiles.signerKey(profile.signerId()), CertificateFiles.signerRequest(profile.signerId()),
                CertificateFiles.device(element), CertificateFiles.DEVICE_TEMPLATE, CertificateFiles.KIT_INFO);
        List<PlannedFile> files = new ArrayList<>(resources(project, names, Effect.KEPT_IF_IT_FITS));
        files.addAll(resources(project, CDefinition.NAMES, Effect.REPLACED));
        files.add(backup(project, element));
        files.add(record(project));
        files.addAll(ignores(project));
        if (files.stream().anyMatch(file -> file.effect() == Effect.KEPT_IF_IT_FITS)) {
            files.add(oldKeys(project));
        }
        return new PlannedWrites(files, CERTIFICATE_SLOTS);
    }

    /** The chain that the device was delivered with: back into its slots if a custom one took its place. */
    public static PlannedWrites ofDeliveredChain(Project project, SerialNumber element) {
        List<PlannedFile> files = new ArrayList<>();
        if (Files.exists(new SlotBackup(project, element).folder())) {
            files.addAll(resources(project, List.of(CertificateFiles.device(element)), Effect.PUT_ASIDE).stream()
                    .filter(file -> file.effect() == Effect.PUT_ASIDE).toList());
            files.add(backup(project, element));
            files.add(oldKeys(project));
        }
        files.add(record(project));
        return new PlannedWrites(files, CERTIFICATE_SLOTS);
    }

    /** The manifest, which changes nothing on the device. */
    public static PlannedWrites ofManifest(Project project) {
        List<PlannedFile> files = new ArrayList<>(resources(project, List.of(ManifestFile.NAME), Effect.REPLACED));
        files.addAll(resources(project, List.of(LogSignerFiles.KEY, LogSignerFiles.CERTIFICATE),
                Effect.KEPT_IF_IT_FITS));
        files.addAll(ignores(project));
        return new PlannedWrites(files, List.of());
    }

    /** The rotation of the key in slot 14 of an element. */
    public static PlannedWrites ofRotation(Project project, SerialNumber element) {
        int slot = SlotPurpose.ROTATING_PUBLIC_KEY.slot();
        List<PlannedFile> files = new ArrayList<>(
                resources(project, List.of(KeyFile.keyPairName(slot)), Effect.REPLACED));
        RotationRecord.pendingFiles(project).forEach(path -> files.add(new PlannedFile(path, Effect.FOR_A_WHILE)));
        files.addAll(firmwareData(project));
        files.add(oldKeys(project));
        files.add(file(RotationJournal.path(project, element), Effect.UPDATED));
        files.add(record(project));
        files.addAll(ignores(project));
        return new PlannedWrites(files, List.of(slot));
    }

    private static List<PlannedFile> resources(Project project, List<String> names, Effect existing) {
        return names.stream().map(project.resourcesFolder()::resolve).map(path -> file(path, existing)).toList();
    }

    private static List<PlannedFile> firmwareData(Project project) {
        return resources(project, List.of(FirmwareData.HEADER, FirmwareData.DEVICE_HEADER), Effect.UPDATED);
    }

    private static PlannedFile record(Project project) {
        return file(DeviceRecord.path(project), Effect.UPDATED);
    }

    private static PlannedFile oldKeys(Project project) {
        return new PlannedFile(new OldKeys(project).folder(), Effect.ADDED_TO);
    }

    private static PlannedFile backup(Project project, SerialNumber element) {
        return new PlannedFile(new SlotBackup(project, element).folder(), Effect.ADDED_TO);
    }

    /** What keeps version control away from secrets. Files that are there stay as they are, and are not worth a line. */
    private static List<PlannedFile> ignores(Project project) {
        return project.ignoreFiles().stream().filter(path -> !Files.exists(path))
                .map(path -> new PlannedFile(path, Effect.NEW)).toList();
    }

    private static PlannedFile file(Path path, Effect existing) {
        return new PlannedFile(path, Files.exists(path) ? existing : Effect.NEW);
    }
}
