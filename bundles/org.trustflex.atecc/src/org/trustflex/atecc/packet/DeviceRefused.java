package org.trustflex.atecc.packet;

import java.util.Optional;
import java.util.OptionalInt;

/** The chip understood the command, or at least received it, and said no. Nothing is wrong with the link. */
public final class DeviceRefused extends ElementException {

    private static final long serialVersionUID = 1L;

    private final StatusCode status;
    private final String command;
    private final int slot;
    private final String reason;

    /**
     * @param status  what the chip answered, never {@link StatusCode#SUCCESS}
     * @param command the command with its mode in words, such as "Verify(validate)"
     * @param slot    the slot that the command was for, empty if it was for none
     * @param reason  the probable reason in plain words, empty if none is known
     */
    public DeviceRefused(StatusCode status, String command, OptionalInt slot, String reason) {
        super(sentence(status, command, slot, reason));
        this.status = status;
        this.command = command;
        this.slot = slot.orElse(-1);
        this.reason = reason;
    }

    private static String sentence(StatusCode status, String command, OptionalInt slot, String reason) {
        String tail = reason.isEmpty() ? "." : ": " + reason;
        return slot.isPresent()
                ? Messages.text("refused.slot", command, slot.getAsInt(), status.hex(), status.meaning(), tail)
                : Messages.text("refused.noslot", command, status.hex(), status.meaning(), tail);
    }

    /** What the chip answered. */
    public StatusCode status() {
        return status;
    }

    /** The refused command with its mode in words. */
    public String command() {
        return command;
    }

    /** The slot that the command was for. */
    public OptionalInt slot() {
        return slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /** The probable reason in plain words, if one is known. */
    public Optional<String> reason() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }
}
