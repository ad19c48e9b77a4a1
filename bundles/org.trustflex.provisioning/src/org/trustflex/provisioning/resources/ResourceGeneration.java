package org.trustflex.provisioning.resources;

import java.security.SecureRandom;
import java.time.Clock;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.FollowThrough;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.ProvisioningException;
import org.trustflex.provisioning.Steps;

/**
 * Generates the development keys of a TrustFLEX part, slot by slot: a key is saved first, programmed second, proven third
 * and noted last, so that an interruption at any point loses nothing and the next run completes it. What file and device
 * agree on is kept.
 */
public final class ResourceGeneration {

    private static final int KEY_SLOTS = 6;

    private final Project project;
    private final SecureRandom random;
    private final Clock clock;

    /** An operation on one project. */
    public ResourceGeneration(Project project, SecureRandom random, Clock clock) {
        this.project = project;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Generates what is missing.
     *
     * @throws ElementException      if the element can't be reached or says no
     * @throws ProvisioningException if a file is bad, the element is another, or the user stopped it
     */
    public void run(ElementSource source, ResourceOptions options, ProgressMonitor monitor)
            throws ElementException, ProvisioningException {
        Steps steps = new Steps(monitor, Messages.text("title"), 1 + KEY_SLOTS + SlotKind.ORDER.size());
        steps.next(Messages.text("step.open"));
        ResourceRun run = new ResourceRun(project, random, clock, options, steps);
        FollowThrough.run(source, steps, run::on);
        new SecureBootExample(project, random).signIfPresent(steps);
        steps.line(Messages.text("success"));
    }
}
