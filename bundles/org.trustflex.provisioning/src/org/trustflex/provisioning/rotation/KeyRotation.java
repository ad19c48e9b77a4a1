package org.trustflex.provisioning.rotation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EcdsaSignature;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.BadFile;
import org.trustflex.provisioning.DeviceRecord;
import org.trustflex.provisioning.DurableFile;
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
    /** How often a lost answer is followed up by reading the device again. */
    private static final int LINK_TRIES = 3;

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
        followThrough(source, steps, element -> {
            prepare(element, run, steps);
            update(element, steps);
            verify(element, steps);
        });
        if (run.resumed) {
            steps.line(Messages.text("line.finished"));
        }
        return run.resumed;
    }

    /** Steps one and two, or what is missing of them. */
    private void prepare(SecureElement element, Run run, Steps steps)
            throws ElementException, ProvisioningException {
        requireAuthority(element);
        Optional<P256KeyPair> begun = interrupted(element);
        if (!run.prepared) {
            run.prepared = true;
            run.resumed = begun.isPresent();
        }
        P256KeyPair pair = begun.isPresent() ? begun.get() : generate(steps);
        if (begun.isEmpty() || !isAuthorized(element, pair)) {
            authorize(element, pair, steps);
        }
    }

    /** One of the four steps alone, the way the guide's buttons do it. */
    public void run(RotationStep step, ElementSource source, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title.step"), 1);
        switch (step) {
            case GENERATE -> {
                requireNoneOpen();
                generate(steps);
            }
            case AUTHORIZE -> {
                try (SecureElement element = source.open()) {
                    authorize(element, requirePending(), steps);
                }
            }
            case UPDATE -> followThrough(source, steps, element -> update(element, steps));
            case VERIFY -> followThrough(source, steps, element -> verify(element, steps));
        }
    }

    private P256KeyPair generate(Steps steps) throws ProvisioningException {
        steps.next(Messages.text("step.generate"));
        P256KeyPair pair = pending.generate(random);
        steps.line(Messages.text("line.generated"));
        return pair;
    }

    private void authorize(SecureElement element, P256KeyPair newPair, Steps steps)
            throws ElementException, ProvisioningException {
        P256KeyPair authority = requireAuthority(element);
        steps.next(Messages.text("step.authorize"));
        RotatingSlot now = RotatingSlot.read(element);
        Validity validation = Validity.toValidate(newPair.publicKey(), element.configurationZone(), authority, random);
        Optional<Validity> invalidation = now.valid()
                ? Optional.of(Validity.toInvalidate(now.key(), element.configurationZone(), authority, random))
                : Optional.empty();
        new Authorization(element.serialNumber(), validation, invalidation).write(project);
        steps.line(Messages.text("line.authorized"));
    }

    private void update(SecureElement element, Steps steps) throws ElementException, ProvisioningException {
        requireAuthority(element);
        P256KeyPair pair = requirePending();
        Authorization authorization = Authorization.read(project)
                .filter(known -> known.serialNumber().equals(element.serialNumber()))
                .orElseThrow(() -> new NotPossible(
                        Messages.text("authorization.missing", element.serialNumber())));
        if (!authorization.validation().key().equals(pair.publicKey())) {
            throw new NotPossible(Messages.text("authorization.stale"));
        }
        steps.next(Messages.text("step.update"));
        new SlotUpdate(project, clock).run(element, authorization, steps);
    }

    private void verify(SecureElement element, Steps steps) throws ElementException, ProvisioningException {
        DeviceRecord.requireSameElement(project, element.configurationZone());
        Optional<P256KeyPair> newPair = pending.read();
        P256KeyPair pair = newPair.isPresent() ? newPair.get() : requireCurrent();
        if (!RotatingSlot.read(element).holdsValid(pair.publicKey())) {
            throw new NotPossible(Messages.text("verify.notvalid", element.serialNumber()));
        }
        steps.next(Messages.text("step.verify"));
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        EcdsaSignature signature = pair.sign(digest, random);
        steps.line(Messages.text("line.signing"));
        element.verifyStored(SLOT, digest, signature);
        steps.line(Messages.text("line.verified"));
        if (newPair.isPresent()) {
            finish(element);
        }
    }

    /** The device has proven that it uses the new key: the files follow, in an order that may be cut anywhere. */
    private void finish(SecureElement element) throws BadFile {
        pending.promote();
        Optional<RotationJournal> journal = RotationJournal.read(project, element.serialNumber());
        if (journal.isPresent() && journal.get().isOpen()) {
            journal.get().at(RotationProgress.DONE).write(project);
        }
        pending.remove();
    }

    /** The new key pair of an interrupted rotation, if there is one to finish. */
    private Optional<P256KeyPair> interrupted(SecureElement element) throws ProvisioningException {
        Optional<P256KeyPair> pair = pending.read();
        if (pair.isEmpty() && RotationJournal.isOpen(project, element.serialNumber())) {
            throw new BadFile(project.rotationFolder(), Messages.text("pending.lost", element.serialNumber(),
                    KeyFile.keyPairName(SLOT)));
        }
        return pair;
    }

    private boolean isAuthorized(SecureElement element, P256KeyPair pair)
            throws ElementException, ProvisioningException {
        Optional<Authorization> authorization = Authorization.read(project);
        return authorization.isPresent()
                && authorization.get().fits(element.serialNumber(), pair.publicKey(), RotatingSlot.read(element));
    }

    /** A rotation that has begun on a device must be finished with its own key, unless that key is gone. */
    private void requireNoneOpen() throws ProvisioningException {
        Optional<RotationJournal> open = RotationJournal.anyOpen(project);
        if (open.isPresent() && pending.read().isPresent()) {
            throw new NotPossible(Messages.text("pending.open", open.get().authorization().serialNumber()));
        }
    }

    private P256KeyPair requirePending() throws ProvisioningException {
        return pending.read().orElseThrow(() -> new NotPossible(Messages.text("pending.missing")));
    }

    private P256KeyPair requireCurrent() throws ProvisioningException {
        return pending.readCurrent().orElseThrow(() -> new NotPossible(Messages.text("verify.nokey")));
    }

    /** The project's authority key, which must be the one in slot 13 of the project's element. */
    private P256KeyPair requireAuthority(SecureElement element) throws ElementException, ProvisioningException {
        DeviceRecord.requireSameElement(project, element.configurationZone());
        DurableFile file = project.privateResource(KeyFile.keyPairName(TrustFlexProfile.AUTHORITY_SLOT));
        P256KeyPair authority = KeyFile.readKeyPair(file);
        if (!element.readPublicKey(TrustFlexProfile.AUTHORITY_SLOT).equals(authority.publicKey())) {
            throw new BadFile(file.path(), Messages.text("authority.other", file.path(), element.serialNumber()));
        }
        return authority;
    }

    /**
     * Runs a step that reads the device before it acts. Where an answer was lost or damaged nobody knows whether the
     * device did what it was told, so the step is run again, a few times; where the chip said no it is not.
     */
    private static void followThrough(ElementSource source, Steps steps, DeviceStep step)
            throws ElementException, ProvisioningException {
        for (int tries = 1;; tries++) {
            // A board that can't be opened at all is for the user to see at once.
            SecureElement opened = source.open();
            try (SecureElement element = opened) {
                step.run(element);
                return;
            } catch (LinkFailed | MalformedReply doubtful) {
                if (tries == LINK_TRIES) {
                    throw doubtful;
                }
                steps.line(Messages.text("line.retry", doubtful.getMessage()));
            }
        }
    }

    /** A step on an open session. It may be run again. */
    private interface DeviceStep {
        void run(SecureElement element) throws ElementException, ProvisioningException;
    }

    /** What must be remembered when a run starts over after a lost answer. */
    private static final class Run {
        private boolean prepared;
        private boolean resumed;
    }
}
