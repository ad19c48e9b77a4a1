package org.trustflex.provisioning.manifest;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.P256Certificate;
import org.trustflex.certificates.definition.BuiltInDefinitions;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.certificates.manifest.ElementEntry;
import org.trustflex.certificates.manifest.LogSigner;
import org.trustflex.certificates.manifest.Manifest;
import org.trustflex.certificates.manifest.ManifestKey;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Remedy;
import org.trustflex.provisioning.Steps;
import org.trustflex.provisioning.certificates.ChainReading;
import org.trustflex.provisioning.certificates.DeviceChain;

/**
 * Puts a device into a manifest: its model, public keys and certificates as the device tells them, signed by the project's
 * log signer. An earlier entry about the same device is replaced; entries about others stay. Changes nothing on the device.
 */
public final class ManifestGeneration {

    private static final List<SlotPurpose> KEYS = List.of(SlotPurpose.PRIMARY_PRIVATE_KEY,
            SlotPurpose.INTERNAL_SIGN_PRIVATE_KEY, SlotPurpose.SECONDARY_PRIVATE_KEY_1,
            SlotPurpose.SECONDARY_PRIVATE_KEY_2, SlotPurpose.SECONDARY_PRIVATE_KEY_3,
            SlotPurpose.VALIDATION_AUTHORITY, SlotPurpose.ROTATING_PUBLIC_KEY, SlotPurpose.SECURE_BOOT_PUBLIC_KEY);
    private static final String PART_SUFFIX = "-TFLXTLS";

    private final Project project;
    private final SecureRandom random;
    private final Clock clock;

    /** An operation on one project. */
    public ManifestGeneration(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.random = random;
        this.clock = clock;
    }

    /** Where the project's own manifest is. */
    public ManifestFile file() {
        return new ManifestFile(project.resourcesFolder().resolve(ManifestFile.NAME));
    }

    /**
     * Puts the device into the project's manifest, which is made if it is not there.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if its certificates don't hold, a file is bad, or the user stopped it
     */
    public Manifest create(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        return generate(source, monitor, file());
    }

    /**
     * Puts the device into a manifest that must be there.
     *
     * @param manifest the file, of this project or of another
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if there is no such manifest, the certificates don't hold, a file is bad, or the user
     *                               stopped it
     */
    public Manifest append(Path manifest, ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        ManifestFile file = new ManifestFile(manifest);
        if (!file.exists()) {
            throw new NotPossible(Messages.text("append.missing", manifest), Remedy.GENERATE_MANIFEST);
        }
        return generate(source, monitor, file);
    }

    private Manifest generate(ElementSource source, ProgressMonitor monitor, ManifestFile file)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), 2);
        Manifest before = file.exists() ? file.read() : Manifest.EMPTY;
        steps.next(Messages.text("step.read"));
        List<String> leftOut = new ArrayList<>();
        ElementEntry entry = FollowThrough.run(source, steps, element -> {
            leftOut.clear();
            return read(element, leftOut);
        });
        steps.next(Messages.text("step.sign"));
        LogSigner signer = new LogSignerFiles(project, random, clock).readOrCreate(entry.simulated());
        Manifest after = before.with(signer.sign(entry, random));
        file.write(after);
        leftOut.forEach(steps::line);
        steps.line(Messages.text("done", file.path().getFileName()));
        return after;
    }

    private ElementEntry read(SecureElement element, List<String> leftOut)
            throws ElementException, ProvisioningException {
        DeviceChain chain = new ChainReading(project, clock).read(element);
        if (!chain.report().signaturesHold()) {
            throw new NotPossible(Messages.text("nocertificates", chain.serialNumber()));
        }
        boolean simulated = BuiltInDefinitions.isSimulated(element.readOtp());
        String model = element.configurationZone().revision().partName();
        return new ElementEntry(model, model + PART_SUFFIX, simulated,
                chain.report().chain().device().notBefore().instant(), element.serialNumber(),
                keys(element, chain.report().chain(), leftOut));
    }

    private static List<ManifestKey> keys(SecureElement element, CertificateChain chain, List<String> leftOut)
            throws ElementException {
        List<ManifestKey> keys = new ArrayList<>();
        for (SlotPurpose purpose : KEYS) {
            int slot = purpose.slot();
            List<P256Certificate> certificates = purpose == SlotPurpose.PRIMARY_PRIVATE_KEY
                    ? List.of(chain.device(), chain.signer())
                    : List.of();
            EccPublicKey key = key(element, slot);
            if (new P256PublicKey(key).isOnCurve()) {
                keys.add(new ManifestKey(slot, key, certificates));
            } else {
                leftOut.add(Messages.text("leftout", slot));
            }
        }
        return keys;
    }

    /** The public key of a slot; one that is no point on the curve if the slot has none. */
    private static EccPublicKey key(SecureElement element, int slot) throws ElementException {
        if (!element.configurationZone().keyConfig(slot).isPrivate()) {
            return element.readPublicKey(slot);
        }
        try {
            return element.publicKey(slot);
        } catch (DeviceRefused refused) {
            // A slot without a key; every other refusal says something about the session.
            if (refused.status() != StatusCode.EXECUTION_ERROR) {
                throw refused;
            }
            return EccPublicKey.of(new byte[EccPublicKey.LENGTH]);
        }
    }
}
