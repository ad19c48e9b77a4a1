package org.trustflex.provisioning.rotation;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.CArray;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.DurableFile;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;

/**
 * The C data with which a firmware does the rotation: {@value #HEADER} with the Trust Platform Design Suite's arrays, and
 * {@value #DEVICE_HEADER} with what the project's own firmware needs more. They hold what the authority signed, so they are
 * for their owner alone and kept from version control.
 */
public final class FirmwareData {

    /** The file with the design suite's arrays. */
    public static final String HEADER = "public_key_rotation.h";
    /** The file with what the project's own firmware needs more. */
    public static final String DEVICE_HEADER = "public_key_rotation_device.h";

    private final Project project;

    /** That of a project. */
    public FirmwareData(Project project) {
        this.project = project;
    }

    /** Both files, in the order in which they are written. */
    public List<DurableFile> files() {
        return List.of(project.privateResource(HEADER), project.privateResource(DEVICE_HEADER));
    }

    /** Writes what a firmware needs to do what the authority consented to. */
    void write(Authorization authorization, ConfigurationZone zone, P256KeyPair authority, P256KeyPair newPair,
            SecureRandom random) throws BadFile {
        project.protectSecrets();
        project.privateResource(HEADER)
                .writeText(RotationHeader.create(authorization, zone, authority, newPair, random).text());
        project.privateResource(DEVICE_HEADER).writeText(DeviceHeader.text(authorization));
    }

    /**
     * Writes the data for the key that the project has for slot 14, unless there is such data or a rotation has begun,
     * whose authorization brings its own. After resource generation the firmware makes that key valid.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if a file is bad or missing, or the authority is another than the one in slot 13
     */
    public void completeFor(SecureElement element, SecureRandom random)
            throws ElementException, ProvisioningException {
        Optional<P256KeyPair> current = new PendingKey(project).readCurrent();
        if (current.isEmpty() || new PendingKey(project).read().isPresent()
                || state() == FirmwareDataState.CURRENT) {
            return;
        }
        P256KeyPair authority = ProjectAuthority.require(project, element);
        ConfigurationZone zone = element.configurationZone();
        Validity validation = Validity.toValidate(current.get().publicKey(), zone, authority, random);
        write(new Authorization(element.serialNumber(), authority.publicKey(), validation, Optional.empty()), zone,
                authority, current.get(), random);
    }

    /**
     * Whether the files are there and fit the project's keys and element. Needs no device.
     *
     * @throws BadFile if a file that is needed to tell is damaged or unreadable
     */
    public FirmwareDataState state() throws BadFile {
        for (DurableFile file : files()) {
            if (!file.exists()) {
                return FirmwareDataState.MISSING;
            }
        }
        Optional<RotationHeader> header = RotationHeader.parse(project.privateResource(HEADER).readText());
        return header.isPresent() && isFor(header.get()) ? FirmwareDataState.CURRENT : FirmwareDataState.STALE;
    }

    private boolean isFor(RotationHeader header) throws BadFile {
        PendingKey keys = new PendingKey(project);
        Optional<P256KeyPair> pending = keys.read();
        Optional<P256KeyPair> expected = pending.isPresent() ? pending : keys.readCurrent();
        if (expected.isEmpty() || !expected.get().publicKey().equals(header.publicKey()) || !header.isProven()) {
            return false;
        }
        Optional<Authorization> authorization = Authorization.read(project);
        if (pending.isPresent() && authorization.isPresent()) {
            return isFor(header, authorization.get()) && isForProject();
        }
        return isForProject();
    }

    private boolean isFor(RotationHeader header, Authorization authorization) throws BadFile {
        return Arrays.equals(header.validatedNonce(), authorization.validation().nonce())
                && header.validatedSignature().equals(authorization.validation().signature())
                && project.privateResource(DEVICE_HEADER).readText().equals(DeviceHeader.text(authorization));
    }

    private boolean isForProject() throws BadFile {
        Map<String, byte[]> device = CArray.parse(project.privateResource(DEVICE_HEADER).readText());
        DurableFile authority = project.privateResource(KeyFile.keyPairName(TrustFlexProfile.AUTHORITY_SLOT));
        Optional<DeviceRecord> record = DeviceRecord.read(project);
        return authority.exists() && record.isPresent()
                && Arrays.equals(device.get("authority_public_key"),
                        KeyFile.readKeyPair(authority).publicKey().bytes())
                && Arrays.equals(device.get("device_serial_number"), record.get().serialNumber().bytes());
    }
}
