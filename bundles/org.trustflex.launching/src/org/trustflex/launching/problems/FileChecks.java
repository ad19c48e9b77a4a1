package org.trustflex.launching.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.trustflex.certificates.MalformedCertificate;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.firmware.FirmwareProject;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.manifest.ManifestFile;
import org.trustflex.provisioning.rotation.FirmwareData;

/** What can be seen from a project's files alone. */
final class FileChecks {

    private static final Map<Integer, String> GENERATED = Map.of(5, KeyFile.secretName(5), 6, KeyFile.secretName(6), 9,
            KeyFile.secretName(9), 13, KeyFile.keyPairName(13), 14, KeyFile.keyPairName(14), 15,
            KeyFile.keyPairName(15));

    private final TrustFlexProject project;
    private final Project model;
    private final List<Problem> problems = new ArrayList<>();

    FileChecks(TrustFlexProject project) {
        this.project = project;
        this.model = new Project(project.folder());
    }

    List<Problem> problems() throws CoreException {
        IFolder resources = project.project().getFolder(model.resourcesFolder().getFileName().toString());
        missingResources();
        for (IFile file : filesIn(resources)) {
            if (SecretNames.isSecret(file.getName())) {
                readableByOthers(file);
            } else if (file.getName().endsWith(".crt")) {
                expired(file);
            }
        }
        staleManifest(resources);
        firmwareData();
        trackedSecrets();
        return problems;
    }

    private static List<IFile> filesIn(IFolder folder) throws CoreException {
        List<IFile> files = new ArrayList<>();
        if (folder.exists()) {
            for (IResource member : folder.members()) {
                if (member instanceof IFile file) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private void missingResources() {
        Optional<DeviceRecord> record;
        try {
            record = DeviceRecord.read(model);
        } catch (BadFile damaged) {
            add(ProblemKind.RESOURCES_MISSING, project.file(), String.valueOf(damaged.getMessage()));
            return;
        }
        if (record.isEmpty()) {
            return;
        }
        GENERATED.forEach((slot, name) -> {
            if (record.get().proven().containsKey(slot) && !Files.exists(model.resourcesFolder().resolve(name))) {
                add(ProblemKind.RESOURCES_MISSING, project.file(), NLS.bind(Messages.resource_missing, name, slot));
            }
        });
    }

    private void readableByOthers(IFile file) {
        Path path = file.getLocation().toPath();
        try {
            if (OwnerOnly.isViolatedBy(path)) {
                add(ProblemKind.KEY_READABLE, file, NLS.bind(Messages.key_readable, file.getName()));
            }
        } catch (IOException vanished) {
            // It was deleted a moment ago; the next build looks again.
        }
    }

    private void expired(IFile file) {
        try {
            P256Certificate certificate = P256Certificate.fromPem(Files.readString(file.getLocation().toPath()));
            if (certificate.notAfter().instant().isBefore(Clock.systemUTC().instant())) {
                add(ProblemKind.CERTIFICATE_EXPIRED, file,
                        NLS.bind(Messages.certificate_expired, file.getName(), certificate.notAfter().instant()));
            }
        } catch (MalformedCertificate | IOException notOurs) {
            // A certificate that can't be read is the business of the operations that need it.
        }
    }

    private void staleManifest(IFolder resources) {
        IFile manifest = resources.getFile(ManifestFile.NAME);
        IFile rotating = resources.getFile(KeyFile.keyPairName(14));
        if (manifest.exists() && rotating.exists() && newer(rotating, manifest)) {
            add(ProblemKind.DATA_STALE, manifest, NLS.bind(Messages.manifest_stale, manifest.getName()));
        }
    }

    /** Missing data is a problem only where a firmware includes it; stale data always is, others may include it. */
    private void firmwareData() {
        FirmwareProject firmware = new FirmwareProject(model);
        FirmwareData data = new FirmwareData(model);
        try {
            switch (data.state()) {
                case MISSING -> {
                    if (firmware.exists()) {
                        add(ProblemKind.FIRMWARE_DATA_MISSING, existing(firmware.makefile()),
                                NLS.bind(Messages.firmwareData_missing, FirmwareData.HEADER));
                    }
                }
                case STALE -> add(ProblemKind.FIRMWARE_DATA_STALE, existing(data.files().get(0).path()),
                        NLS.bind(Messages.firmwareData_stale, FirmwareData.HEADER));
                case CURRENT -> {
                    // A firmware that is built with it brings the project's key into slot 14.
                }
            }
        } catch (BadFile damaged) {
            add(ProblemKind.FIRMWARE_DATA_STALE, project.file(), String.valueOf(damaged.getMessage()));
        }
    }

    private IResource existing(Path path) {
        return project.file(path).filter(IFile::exists).map(IResource.class::cast).orElse(project.file());
    }

    private static boolean newer(IFile one, IFile other) {
        return one.getLocalTimeStamp() > other.getLocalTimeStamp();
    }

    private void trackedSecrets() {
        for (Path path : TrackedSecrets.in(project.folder())) {
            project.file(path).filter(IFile::exists).ifPresent(
                    file -> add(ProblemKind.SECRET_TRACKED, file, NLS.bind(Messages.secret_tracked, file.getName())));
        }
    }

    private void add(ProblemKind kind, IResource resource, String message) {
        problems.add(new Problem(kind, resource, message));
    }
}
