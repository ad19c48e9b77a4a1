package org.trustflex.provisioning;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What was asked for is not possible with this device or in this state of the project. Nothing was changed. */
public final class NotPossible extends ProvisioningException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Remedy remedy;

    /** @param message what was seen, what it means and what to do */
    public NotPossible(String message) {
        super(message);
        remedy = null;
    }

    /**
     * @param message what was seen, what it means and what to do, in words that serve every user interface
     * @param remedy  what to do, for a user interface that has a shorter way of saying it
     */
    public NotPossible(String message, Remedy remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do about it, where that is one operation. */
    public Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }
}
