package org.trustflex.provisioning;

import java.util.Optional;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.MalformedReply;

/**
 * Runs a step that reads the device before it acts. Where an answer was lost or damaged nobody knows whether the device did
 * what it was told, so the step is run again in a new session, a few times; where the chip said no it is not. Each session
 * must be with the same element as the first.
 */
public final class FollowThrough {

    private static final int TRIES = 3;

    private FollowThrough() {
    }

    /**
     * A step on an open session. It may be run again.
     *
     * @param <T> what it finds out
     */
    public interface DeviceStep<T> {
        /** Runs the step. */
        T run(SecureElement element) throws ElementException, ProvisioningException;
    }

    /**
     * Runs a step.
     *
     * @throws ElementException      if the element can't be reached, says no, or gives no answer again and again
     * @throws ProvisioningException if the step says so, or another element has taken the first one's place
     */
    public static <T> T run(ElementSource source, Steps steps, DeviceStep<T> step)
            throws ElementException, ProvisioningException {
        Optional<SerialNumber> first = Optional.empty();
        for (int tries = 1;; tries++) {
            // A board that can't be opened at all is for the user to see at once.
            SecureElement opened = source.open();
            try (SecureElement element = opened) {
                requireSame(first, element.serialNumber());
                first = Optional.of(element.serialNumber());
                return step.run(element);
            } catch (LinkFailed | MalformedReply doubtful) {
                if (tries == TRIES) {
                    throw doubtful;
                }
                steps.line(Messages.text("link.retry", doubtful.getMessage()));
            }
        }
    }

    private static void requireSame(Optional<SerialNumber> first, SerialNumber now) throws NotPossible {
        if (first.isPresent() && !first.get().equals(now)) {
            throw new NotPossible(Messages.text("link.exchanged", first.get(), now));
        }
    }
}
