package org.trustflex.provisioning.rotation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.KeyFile;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Replaces the public key in slot 14 by a new one that the authority in slot 13 consents to. The run ends with the new key
 * valid and proven by the device. An interrupted run is finished by the next one: it reads what the device holds and does
 * what is left to do. No key is ever lost: the new one is saved before the device hears of it, the old one is kept.
 */
public final class KeyRotation {

    private static final int SLOT = TrustFlexProfile.ROTATING_SLOT;
    private static final int DIGEST_LENGTH = 32;

    private final Project project;
    private final SecureRandom random;
    private final Clock clock;
    private final PendingKey pending;

    /** An operation on one project. */
    public KeyRotation(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.random = random;
        this.clock = clock;
        this.pending = new PendingKey(project);
    }

    /**
     * All four steps, or what is left of an interrupted run.
     *
     * @return whether an interrupted rotation was finished instead of a new one being made
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if a file is bad or missing, the element is another, or the user stopped it
     */
    public boolean rotate(ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), 5);
        steps.next(Messages.text("step.open"));
        Run run = new Run();
        FollowThrough.run(source, steps, element -> {
            prepare(element, run, steps);
            update(element, steps);
            return verify(element, steps);
        });
        if (run.resumed) {
            steps.line(Messages.text("line.finished"));
        }
        return run.resumed;
    }

    /** Steps one and two, or what is missing of them. */
    private void prepare(SecureElement element, Run run, Steps steps)
            throws ElementException, ProvisioningException {
        P256KeyPair authority = ProjectAuthority.require(project, element);
        Optional<P256KeyPair> begun = interrupted(element);
        if (!run.prepared) {
            run.prepared = true;
            run.resumed = begun.isPresent();
        }
        P256KeyPair pair = begun.isPresent() ? begun.get() : generate(steps);
        if (begun.isEmpty() || !isAuthorized(element, authority, pair)) {
            authorize(element, authority, pair, steps);
        }
    }

    /**
     * One of the four steps alone, the way the guide's buttons do it. The first one needs no element.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if an earlier step is missing, a file is bad, the element is another, or the user
     *                               stopped it
     */
    public void run(RotationStep step, ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title.step"), 1);
        if (step == RotationStep.GENERATE) {
            requireNoneOpen();
            generate(steps);
            return;
        }
        FollowThrough.run(source, steps, element -> runOn(element, step, steps));
    }

    private RotationStep runOn(SecureElement element, RotationStep step, Steps steps)
            throws ElementException, ProvisioningException {
        return switch (step) {
            case GENERATE -> throw new IllegalArgumentException("Generating needs no element");
            case AUTHORIZE -> authorize(element, ProjectAuthority.require(project, element), requirePending(), steps);
            case UPDATE -> update(element, steps);
            case VERIFY -> verify(element, steps);
        };
    }

    private P256KeyPair generate(Steps steps) throws ProvisioningException {
        steps.next(Messages.text("step.generate"));
        P256KeyPair pair = pending.generate(random);
        steps.line(Messages.text("line.generated"));
        return pair;
    }

    private RotationStep authorize(SecureElement element, P256KeyPair authority, P256KeyPair newPair, Steps steps)
            throws ElementException, ProvisioningException {
        steps.next(Messages.text("step.authorize"));
        RotatingSlot now = RotatingSlot.read(element);
        Validity validation = Validity.toValidate(newPair.publicKey(), element.configurationZone(), authority, random);
        Optional<Validity> invalidation = now.valid()
                ? Optional.of(Validity.toInvalidate(now.key(), element.configurationZone(), authority, random))
                : Optional.empty();
        Authorization authorization = new Authorization(element.serialNumber(), authority.publicKey(), validation,
                invalidation);
        // The firmware's data first: the authorization says that all of it is there.
        new FirmwareData(project).write(authorization, element.configurationZone(), authority, newPair, random);
        authorization.write(project);
        steps.line(Messages.text("line.authorized"));
        return RotationStep.AUTHORIZE;
    }

    private RotationStep update(SecureElement element, Steps steps) throws ElementException, ProvisioningException {
        P256KeyPair authority = ProjectAuthority.require(project, element);
        P256KeyPair pair = requirePending();
        Authorization authorization = Authorization.read(project)
                .filter(known -> known.serialNumber().equals(element.serialNumber()))
                .orElseThrow(() -> new NotPossible(
                        Messages.text("authorization.missing", element.serialNumber())));
        if (!authorization.isFor(element.serialNumber(), authority.publicKey(), pair.publicKey())) {
            throw new NotPossible(Messages.text("authorization.stale"));
        }
        steps.next(Messages.text("step.update"));
        new SlotUpdate(project, clock).run(element, authorization, steps);
        return RotationStep.UPDATE;
    }

    private RotationStep verify(SecureElement element, Steps steps) throws ElementException, ProvisioningException {
        DeviceRecord.requireSameElement(project, element.configurationZone());
        Optional<P256KeyPair> newPair = pending.read();
        P256KeyPair pair = newPair.isPresent() ? newPair.get() : requireCurrent();
        if (!RotatingSlot.read(element).holdsValid(pair.publicKey())) {
            throw new NotPossible(Messages.text(newPair.isPresent() ? "verify.notvalid" : "verify.othervalid",
                    element.serialNumber()));
        }
        steps.next(Messages.text("step.verify"));
        byte[] digest = new byte[DIGEST_LENGTH];
        random.nextBytes(digest);
        EcdsaSignature signature = pair.sign(digest, random);
        steps.line(Messages.text("line.signing"));
        element.verifyStored(SLOT, digest, signature);
        steps.line(Messages.text("line.verified"));
        finish(element.serialNumber());
        return RotationStep.VERIFY;
    }

    /** The device has proven that it uses the key: the files follow, in an order that may be cut anywhere. */
    private void finish(SerialNumber serialNumber) throws BadFile {
        pending.promote();
        Optional<DeviceRecord> record = DeviceRecord.read(project);
        if (record.isPresent()) {
            record.get().withProof(SLOT, clock.instant().truncatedTo(ChronoUnit.SECONDS)).write(project);
        }
        Optional<RotationJournal> journal = RotationJournal.read(project, serialNumber);
        if (journal.isPresent() && journal.get().isOpen()) {
            journal.get().at(RotationProgress.DONE).write(project);
        }
        pending.remove();
    }

    /** The new key pair of an interrupted rotation, if there is one to finish. */
    private Optional<P256KeyPair> interrupted(SecureElement element) throws ProvisioningException {
        boolean open = RotationJournal.isOpen(project, element.serialNumber());
        Optional<P256KeyPair> pair = pending.read();
        if (pair.isEmpty() && open) {
            throw new BadFile(project.rotationFolder(), Messages.text("pending.lost", element.serialNumber(),
                    KeyFile.keyPairName(SLOT)));
        }
        return pair;
    }

    private boolean isAuthorized(SecureElement element, P256KeyPair authority, P256KeyPair pair)
            throws ElementException, ProvisioningException {
        Optional<Authorization> authorization = Authorization.read(project);
        return authorization.isPresent()
                && authorization.get().isFor(element.serialNumber(), authority.publicKey(), pair.publicKey())
                && authorization.get().covers(RotatingSlot.read(element));
    }

    /** A rotation that has begun on the project's device must be finished with its own key, unless that key is gone. */
    private void requireNoneOpen() throws ProvisioningException {
        Optional<DeviceRecord> record = DeviceRecord.read(project);
        if (record.isPresent() && RotationJournal.isOpen(project, record.get().serialNumber())
                && pending.read().isPresent()) {
            throw new NotPossible(Messages.text("pending.open", record.get().serialNumber()));
        }
    }

    private P256KeyPair requirePending() throws ProvisioningException {
        return pending.read().orElseThrow(() -> new NotPossible(Messages.text("pending.missing")));
    }

    private P256KeyPair requireCurrent() throws ProvisioningException {
        return pending.readCurrent().orElseThrow(() -> new NotPossible(Messages.text("verify.nokey")));
    }

    /** What must be remembered when a run starts over after a lost answer. */
    private static final class Run {
        private boolean prepared;
        private boolean resumed;
    }
}
